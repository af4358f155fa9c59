package io.keyward.stack;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Mails for people. Nothing that a mail says is taken for a page's own markup. */
final class MailPages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            %s<title>%s</title>
            <link rel="stylesheet" href="/style.css">
            </head>
            <body>
            <main>
            %s</main>
            </body>
            </html>
            """;

    private MailPages() {}

    /** The newest mail first; the page looks for new ones by itself. */
    static String list(List<CaughtMail> mails) {
        String items = mails.stream().map(MailPages::item).collect(Collectors.joining());
        String body = mails.isEmpty()
                ? "<p class=\"empty\">No mail yet. Whatever Keycloak sends appears here by itself.</p>\n"
                : "<ul class=\"mails\">\n" + items + "</ul>\n";
        String clear =
                mails.isEmpty() ? "" : "<form method=\"post\" action=\"/delete\"><button>Delete all</button></form>";
        return FRAME.formatted(
                "<meta http-equiv=\"refresh\" content=\"3\">\n",
                "Mails (" + mails.size() + ")",
                "<header><h1>Mails</h1>" + clear + "</header>\n" + body);
    }

    static String one(CaughtMail mail) {
        String id = Html.escape(mail.id());
        String html = mail.html().isEmpty()
                ? ""
                : "<iframe title=\"HTML version\" src=\"/mails/" + id
                        + "/html\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\""
                        + " referrerpolicy=\"no-referrer\"></iframe>\n";
        String text = mail.text().isEmpty() ? "" : "<pre>" + Html.withLinks(mail.text()) + "</pre>\n";
        return FRAME.formatted("", Html.escape(mail.subject()), """
                <header><a href="/">&larr; All mails</a>
                <form method="post" action="/mails/%s/delete"><button>Delete</button></form></header>
                <h1>%s</h1>
                <dl>
                <dt>To</dt><dd>%s</dd>
                <dt>From</dt><dd>%s</dd>
                <dt>At</dt><dd>%s</dd>
                </dl>
                %s%s<p><a href="/mails/%s/source">Source</a></p>
                """.formatted(
                        id,
                        Html.escape(subject(mail)),
                        Html.escape(mail.recipient()),
                        Html.escape(mail.from()),
                        TIME.format(mail.receivedAt()),
                        html,
                        html.isEmpty() || text.isEmpty()
                                ? text
                                : "<details><summary>Text version</summary>" + text + "</details>\n",
                        id));
    }

    static String missing() {
        return FRAME.formatted(
                "", "Not here", "<h1>Not here</h1>\n<p>There is no such mail. <a href=\"/\">All mails</a></p>\n");
    }

    /** The mail's own HTML, for the frame. The response's headers keep its scripts from running. */
    static String html(CaughtMail mail) {
        return "<!doctype html><base target=\"_blank\">" + mail.html();
    }

    private static String item(CaughtMail mail) {
        return """
                <li><a href="/mails/%s"><strong>%s</strong><span>%s</span><time>%s</time></a></li>
                """.formatted(
                        Html.escape(mail.id()),
                        Html.escape(subject(mail)),
                        Html.escape(mail.recipient()),
                        TIME.format(mail.receivedAt()));
    }

    private static String subject(CaughtMail mail) {
        return mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }
}
