package io.keyward.it.harness;

import io.keyward.stack.CaughtMail;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** A mail as its reader gets it. */
public record Mail(String to, String subject, String text, String html, CaughtMail caught) {

    private static final Pattern CODE = Pattern.compile("(?<![\\w/])(\\d{4}) (\\d{4})(?![\\w/])");

    static Mail of(CaughtMail mail) {
        return new Mail(mail.recipient(), mail.subject(), mail.text(), mail.html(), mail);
    }

    /** The one link of Keyward or Keycloak in the mail. */
    public String link() {
        List<String> links = Jsoup.parse(html).select("a[href*=/realms/]").eachAttr("href").stream()
                .distinct()
                .toList();
        if (links.size() != 1) {
            throw new AssertionError("Expected one link but found " + links + " in the mail: " + subject);
        }
        return links.get(0);
    }

    /** The secret at the end of the link. */
    public String token() {
        String path = link().replaceAll("[?#].*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public boolean hasCode() {
        return CODE.matcher(text).find();
    }

    /** The code as the mail shows it, with a space in the middle. */
    public String code() {
        Matcher code = CODE.matcher(text);
        if (!code.find()) {
            throw new AssertionError("No code in the mail: " + text);
        }
        return code.group();
    }
}
