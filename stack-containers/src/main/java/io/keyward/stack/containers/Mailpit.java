package io.keyward.stack.containers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.stack.CaughtMail;
import io.keyward.stack.MailCatcher;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;

/** Mailpit, asked over its API. A mail to several people has one id, so that deleting one deletes all. */
final class Mailpit implements MailCatcher {

    private static final String REFUSE = "{\"Sender\": {\"ErrorCode\": 451, \"Probability\": 100}}";
    private static final String ACCEPT = "{}";

    private final ObjectMapper json = new ObjectMapper();
    private final Web web = new Web();
    private final int smtpPort = HostContainer.freePort();
    private final int pagePort = HostContainer.freePort();
    private final GenericContainer<?> container =
            HostContainer.onHost(new GenericContainer<>(DockerImageName.parse("axllent/mailpit:latest")));

    static Mailpit started() {
        Mailpit mailpit = new Mailpit();
        mailpit.container
                .withEnv("MP_SMTP_BIND_ADDR", "127.0.0.1:" + mailpit.smtpPort)
                .withEnv("MP_UI_BIND_ADDR", "127.0.0.1:" + mailpit.pagePort)
                .withEnv("MP_ENABLE_CHAOS", "1")
                .withEnv("MP_MAX_MESSAGES", "1000")
                .start();
        HostContainer.await(
                mailpit.container,
                "Mailpit",
                () -> mailpit.web.get(mailpit.at("/readyz")).statusCode() == 200);
        return mailpit;
    }

    @Override
    public URI page() {
        return URI.create("http://localhost:" + pagePort);
    }

    @Override
    public int smtpPort() {
        return smtpPort;
    }

    @Override
    public List<CaughtMail> all() {
        return mails("/api/v1/messages?limit=1000");
    }

    @Override
    public List<CaughtMail> to(String address) {
        String query = URLEncoder.encode("to:\"" + address + "\"", StandardCharsets.UTF_8);
        return mails("/api/v1/search?limit=1000&query=" + query).stream()
                .filter(mail -> mail.recipient().equalsIgnoreCase(address))
                .toList();
    }

    @Override
    public void delete(String id) {
        web.send("DELETE", at("/api/v1/messages"), "{\"IDs\": [\"" + id + "\"]}");
    }

    @Override
    public void clear() {
        web.send("DELETE", at("/api/v1/messages"), "{}");
    }

    /** Mailpit's own way to fail on purpose: the port stays open and every sender is turned away. */
    @Override
    public void goOffline() {
        web.send("PUT", at("/api/v1/chaos"), REFUSE);
    }

    @Override
    public void goOnline() {
        web.send("PUT", at("/api/v1/chaos"), ACCEPT);
    }

    void stop() {
        container.stop();
    }

    private List<CaughtMail> mails(String path) {
        List<CaughtMail> mails = new ArrayList<>();
        for (JsonNode summary : read(path).path("messages")) {
            mails.addAll(copies(summary.path("ID").asText()));
        }
        // Mailpit lists the newest first.
        Collections.reverse(mails);
        return mails;
    }

    private List<CaughtMail> copies(String id) {
        String path = "/api/v1/message/" + id;
        JsonNode message = read(path);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        read(path + "/headers")
                .properties()
                .forEach(header -> headers.put(header.getKey(), strings(header.getValue())));
        String source = web.get(at(path + "/raw")).body();
        return Stream.of("To", "Cc", "Bcc")
                .flatMap(kind -> message.path(kind).valueStream())
                .map(person -> new CaughtMail(
                        id,
                        OffsetDateTime.parse(message.path("Date").asText()).toInstant(),
                        person.path("Address").asText(),
                        String.join(", ", headers.getOrDefault("From", List.of(""))),
                        message.path("Subject").asText(),
                        message.path("Text").asText(),
                        message.path("HTML").asText(),
                        headers,
                        source))
                .toList();
    }

    private static List<String> strings(JsonNode values) {
        return values.valueStream().map(JsonNode::asText).toList();
    }

    private JsonNode read(String path) {
        try {
            return json.readTree(web.get(at(path)).body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Mailpit's answer makes no sense: " + path, e);
        }
    }

    private URI at(String path) {
        return URI.create(page() + path);
    }
}
