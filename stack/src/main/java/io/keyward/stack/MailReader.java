package io.keyward.stack;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Turns a message of the wire into a mail to look at. */
final class MailReader {

    private MailReader() {}

    static CaughtMail read(MimeMessage message, String recipient) throws MessagingException, IOException {
        Map<String, List<String>> headers = headers(message);
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        message.writeTo(source);
        return new CaughtMail(
                UUID.randomUUID().toString(),
                Instant.now(),
                recipient,
                String.join(", ", headers.getOrDefault("From", List.of(""))),
                message.getSubject() == null ? "" : message.getSubject(),
                part(message, "text/plain"),
                part(message, "text/html"),
                headers,
                source.toString(StandardCharsets.UTF_8));
    }

    private static String part(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                BodyPart body = parts.getBodyPart(index);
                String found = part(body, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static Map<String, List<String>> headers(MimeMessage message) throws MessagingException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(decoded(header.getValue()));
        }
        return headers;
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }
}
