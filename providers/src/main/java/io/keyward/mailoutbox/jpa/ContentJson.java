package io.keyward.mailoutbox.jpa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.mailoutbox.MailContent;

/** The form in which a mail's content is sealed. */
final class ContentJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ContentJson() {}

    static String write(MailContent content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            // Its message would quote the content.
            throw new IllegalArgumentException("the content of a mail cannot be written as JSON");
        }
    }

    /**
     * @throws IllegalArgumentException if it was not written by {@link #write}
     */
    static MailContent read(String json) {
        try {
            return JSON.readValue(json, MailContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a stored mail is not the JSON that was written");
        }
    }
}
