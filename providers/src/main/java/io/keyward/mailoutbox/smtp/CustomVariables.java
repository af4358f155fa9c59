package io.keyward.mailoutbox.smtp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.keyward.mailoutbox.Mail;
import io.keyward.mailoutbox.MailBatch;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The header {@code X-MT-Custom-Variables}, by which Mailtrap's statistics and webhooks name the mail: JSON in ASCII. Mailtrap
 * takes 1,000 bytes; a line of a mail may have 998, header name included.
 */
final class CustomVariables {

    static final int MOST_BYTES = 900;

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private CustomVariables() {}

    static String of(MailBatch batch, Mail mail) {
        String named = json(batch.realmName(), mail);
        // A realm's name may have 255 characters, each six when escaped.
        return named.length() <= MOST_BYTES ? named : json(batch.realmId(), mail);
    }

    private static String json(String realm, Mail mail) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("realm", realm);
        variables.put("purpose", mail.purpose());
        variables.put("outbox_id", mail.id());
        try {
            return JSON.writeValueAsString(variables);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("three texts can be written as JSON", e);
        }
    }
}
