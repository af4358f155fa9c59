package io.keyward.mailoutbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The custom variables by which Mailtrap's statistics and webhooks name a mail, in JSON that is pure ASCII. Mailtrap takes 1,000
 * bytes and ignores what is longer; a line of a mail may have 998, header name included.
 */
public final class CustomVariables {

    /** Holds the id of the mail's row. */
    public static final String OUTBOX_ID = "outbox_id";

    static final int MOST_BYTES = 900;

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private CustomVariables() {}

    /** As the header {@code X-MT-Custom-Variables} has them. */
    public static String of(MailBatch batch, Mail mail) {
        return json(values(batch, mail));
    }

    /** One by one. */
    public static Map<String, String> values(MailBatch batch, Mail mail) {
        Map<String, String> named = values(batch.realmName(), mail);
        // A realm's name may have 255 characters, each six when escaped.
        return json(named).length() <= MOST_BYTES ? named : values(batch.realmId(), mail);
    }

    private static Map<String, String> values(String realm, Mail mail) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("realm", realm);
        variables.put("purpose", mail.purpose());
        variables.put(OUTBOX_ID, mail.id());
        return variables;
    }

    private static String json(Map<String, String> variables) {
        try {
            return JSON.writeValueAsString(variables);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("three texts can be written as JSON", e);
        }
    }
}
