package io.keyward.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mails for programs. */
final class MailJson {

    private MailJson() {}

    static String list(List<CaughtMail> mails) {
        return Json.of(mails.stream().map(MailJson::summary).toList());
    }

    static String one(CaughtMail mail) {
        Map<String, Object> all = new LinkedHashMap<>(summary(mail));
        all.put("text", mail.text());
        all.put("html", mail.html());
        all.put("headers", mail.headers());
        return Json.of(all);
    }

    private static Map<String, Object> summary(CaughtMail mail) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("id", mail.id());
        summary.put("receivedAt", mail.receivedAt());
        summary.put("from", mail.from());
        summary.put("to", mail.recipient());
        summary.put("subject", mail.subject());
        return summary;
    }
}
