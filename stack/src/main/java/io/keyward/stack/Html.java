package io.keyward.stack;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text made safe to stand in a page. */
final class Html {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

    private Html() {}

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int index = 0; index < text.length(); index++) {
            char c = text.charAt(index);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Escapes the text and makes its web addresses clickable, each in a tab of its own. */
    static String withLinks(String text) {
        StringBuilder page = new StringBuilder();
        Matcher links = LINK.matcher(text);
        int done = 0;
        while (links.find()) {
            String link = escape(links.group());
            page.append(escape(text.substring(done, links.start())))
                    .append("<a target=\"_blank\" rel=\"noopener noreferrer\" href=\"")
                    .append(link)
                    .append("\">")
                    .append(link)
                    .append("</a>");
            done = links.end();
        }
        return page.append(escape(text.substring(done))).toString();
    }
}
