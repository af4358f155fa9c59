package io.keyward.mailoutbox.smtp;

import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;

/** The realm's email settings, by the names under which Keycloak 26.7 keeps them. */
record SmtpSettings(Map<String, String> config) {

    boolean utf8() {
        return on("allowutf8");
    }

    String from() {
        return config.get("from");
    }

    String fromName() {
        return config.get("fromDisplayName");
    }

    /** The address for bounces, by default the sender's. */
    String envelopeFrom() {
        String envelope = config.get("envelopeFrom");
        return blank(envelope) ? from() : envelope;
    }

    /** Null if answers go to the sender. */
    String replyTo() {
        String replyTo = config.get("replyTo");
        return blank(replyTo) ? null : replyTo;
    }

    String replyToName() {
        return config.get("replyToDisplayName");
    }

    boolean authenticates() {
        return on("auth");
    }

    /** {@code basic} or {@code token}. */
    String authenticationType() {
        return config.getOrDefault("authType", "basic");
    }

    /**
     * The settings as Jakarta Mail wants them. A realm that asks for StartTLS gets it or no connection: without
     * {@code required} whoever sits on the line can take the offer out of the server's greeting and read the password.
     *
     * @param trust adds what makes certificates trusted
     */
    Properties properties(Consumer<Properties> trust) {
        Properties properties = new Properties();
        copy("host", properties, "mail.smtp.host", null);
        copy("port", properties, "mail.smtp.port", null);
        copy("timeout", properties, "mail.smtp.timeout", "10000");
        copy("connectionTimeout", properties, "mail.smtp.connectiontimeout", "10000");
        copy("writeTimeout", properties, "mail.smtp.writetimeout", "10000");
        flag("auth", properties, "mail.smtp.auth");
        flag("ssl", properties, "mail.smtp.ssl.enable");
        flag("starttls", properties, "mail.smtp.starttls.enable");
        flag("starttls", properties, "mail.smtp.starttls.required");
        flag("allowutf8", properties, "mail.mime.allowutf8");
        flag("debug", properties, "mail.debug");
        if (authenticates() && "token".equals(authenticationType())) {
            properties.setProperty("mail.smtp.auth.mechanisms", "XOAUTH2");
        }
        if (on("ssl") || on("starttls")) {
            trust.accept(properties);
        }
        properties.put("mail.smtp.socketFactory", new PromptSockets());
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        // A connection that is given up shall not be waited for.
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }

    private void copy(String name, Properties properties, String property, String otherwise) {
        String value = config.get(name);
        if (!blank(value)) {
            properties.setProperty(property, value.strip());
        } else if (otherwise != null) {
            properties.setProperty(property, otherwise);
        }
    }

    private void flag(String name, Properties properties, String property) {
        if (on(name)) {
            properties.setProperty(property, "true");
        }
    }

    private boolean on(String name) {
        return "true".equals(config.get(name));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SmtpSettings[redacted]";
    }
}
