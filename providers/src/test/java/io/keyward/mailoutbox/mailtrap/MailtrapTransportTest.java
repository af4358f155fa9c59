package io.keyward.mailoutbox.mailtrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.mailoutbox.Delivery;
import io.keyward.mailoutbox.Delivery.Outcome;
import io.keyward.mailoutbox.Mail;
import io.keyward.mailoutbox.MailContent;
import io.keyward.mailoutbox.MailFailure;
import io.keyward.mailoutbox.MailTransportContract;
import io.keyward.mailoutbox.MailTransportProvider;
import io.keyward.mailoutbox.mailtrap.ScriptedMailtrap.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MailtrapTransportTest extends MailTransportContract {

    private final ScriptedMailtrap server = new ScriptedMailtrap();
    private final SendClient client = new SendClient(Duration.ofSeconds(2), Duration.ofSeconds(2));
    private Optional<URI> url = Optional.of(server.url());
    private final Map<String, String> config = new HashMap<>(
            Map.of("from", "no-reply@example.org", "fromDisplayName", "Keyward", "password", "${vault.token}"));

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    protected MailTransportProvider transport() {
        return new MailtrapTransportProvider(client, url, text -> switch (text) {
            case "${vault.token}" -> "t0k3n";
            case "${vault.gone}" -> null;
            default -> text;
        });
    }

    @Override
    protected Map<String, String> config() {
        return config;
    }

    @Override
    protected List<String> arrived() {
        return server.taken().stream().map(ScriptedMailtrap.Request::to).toList();
    }

    @Override
    protected void refuse(String address) {
        server.answer(request -> request.to().equals(address) ? refusal("'to' address is invalid") : null);
    }

    @Override
    protected void stopServer() {
        server.close();
    }

    private static Answer refusal(String error) {
        return new Answer(400, "{\"success\":false,\"errors\":[\"" + error + "\"]}");
    }

    @Test
    void saysWhatTheContractAsksFor() {
        Mail mail = mail("ann@exämple.org", new MailContent("Sübject \uD83D\uDE00", "Hello\r\n.\r\n", "<p>Hello</p>"));
        config.put("replyTo", "help@example.org");
        config.put("replyToDisplayName", "Help\r\nBcc: thief@example.org");
        assertThat(send(List.of(mail))).extracting(Delivery::outcome).containsExactly(Outcome.SENT);
        ScriptedMailtrap.Request request = server.requests().get(0);
        assertThat(request.headers().get("Authorization")).containsExactly("Bearer t0k3n");
        assertThat(request.headers().get("User-agent")).containsExactly("Keyward");
        assertThat(request.headers().get("Content-type")).containsExactly("application/json");
        JsonNode body = request.body();
        assertThat(body.path("from").toString()).isEqualTo("{\"email\":\"no-reply@example.org\",\"name\":\"Keyward\"}");
        assertThat(body.path("to").toString()).isEqualTo("[{\"email\":\"ann@xn--exmple-cua.org\"}]");
        assertThat(body.path("reply_to").path("email").asText()).isEqualTo("help@example.org");
        assertThat(body.path("reply_to").path("name").asText()).isEqualTo("Help  Bcc: thief@example.org");
        assertThat(body.path("subject").asText()).isEqualTo(mail.content().subject());
        assertThat(body.path("text").asText()).isEqualTo(mail.content().text());
        assertThat(body.path("html").asText()).isEqualTo(mail.content().html());
        assertThat(body.path("category").asText()).isEqualTo("password-reset");
        assertThat(body.path("headers").path("Auto-Submitted").asText()).isEqualTo("auto-generated");
        assertThat(body.path("headers").path("X-Keyward-Message-ID").asText()).isEqualTo(mail.messageId());
        assertThat(body.path("custom_variables").path("outbox_id").asText()).isEqualTo(mail.id());
        assertThat(body.path("custom_variables").path("realm").asText()).isEqualTo("Rëalm");
        assertThat(body.path("custom_variables").path("purpose").asText()).isEqualTo("password-reset");
    }

    @Test
    void noPartOfAMailIsEmptyOrNull() {
        send(List.of(mail("ann@example.org", new MailContent("s", null, "<p>x</p>"))));
        send(List.of(mail("ann@example.org", new MailContent("s", "", null))));
        assertThat(server.taken().get(0).body().has("text")).isFalse();
        assertThat(server.taken().get(0).body().has("reply_to")).isFalse();
        assertThat(server.taken().get(1).body().path("text").asText()).isNotEmpty();
        assertThat(server.taken().get(1).body().has("html")).isFalse();
    }

    /** What is answered, and what is to be made of it. */
    @ParameterizedTest
    @CsvSource({
        "400, \"'from' address is invalid\", SERVER_FAILED, SENDER",
        "400, \"'reply_to' address is invalid\", SERVER_FAILED, SENDER",
        "400, \"'to' address is invalid\", REFUSED, RECIPIENT",
        "400, \"must specify either text or html body\", REFUSED, CONTENT",
        "401, \"Unauthorized\", SERVER_FAILED, AUTHENTICATION",
        "403, \"Forbidden\", SERVER_FAILED, SENDER",
        "404, \"Not Found\", SERVER_FAILED, CONFIGURATION",
        "413, \"Too large\", REFUSED, CONTENT",
        "429, \"Rate limit exceeded\", SERVER_FAILED, RATE",
        "500, \"Internal server error\", SERVER_FAILED, CONNECTION",
        "503, \"Unavailable\", SERVER_FAILED, CONNECTION",
        "302, \"Elsewhere\", SERVER_FAILED, CONFIGURATION",
        "200, \"No\", SERVER_FAILED, CONFIGURATION",
    })
    void aFailureIsTold(int status, String error, Outcome outcome, MailFailure failure) {
        server.answer(request -> new Answer(status, "{\"success\":false,\"errors\":[" + error + "]}"));
        List<Mail> mails = mails(2);
        Delivery first = send(mails).get(0);
        assertThat(first).isEqualTo(new Delivery(mails.get(0).id(), outcome, failure, status));
        assertThat(server.requests())
                .as("a fault of the mail leaves the next its turn, one of the server does not; nothing is followed")
                .hasSize(outcome == Outcome.REFUSED ? 2 : 1);
        server.answer(request -> null);
        assertThat(send(mails(1)).get(0).outcome()).as("afterwards").isEqualTo(Outcome.SENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Welcome to this airport</html>", "", "{\"success\":\"true", "[]"})
    void a200OfSomebodyElseIsNoSuccess(String body) {
        server.answer(request -> new Answer(200, body));
        assertThat(send(mails(1)).get(0).outcome()).isEqualTo(Outcome.SERVER_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "hang"})
    void whatMayHaveArrivedIsTriedAgain(String how) {
        server.answer(request -> new Answer(200, how));
        List<Delivery> results = send(mails(2));
        assertThat(results).extracting(Delivery::outcome).containsExactly(Outcome.DEFERRED, Outcome.NOT_TRIED);
        assertThat(results.get(0).failure()).isEqualTo(MailFailure.CONNECTION_LOST);
    }

    @Test
    void anEndlessAnswerEnds() {
        server.answer(request -> new Answer(200, "{\"success\":true,\"x\":\"" + "x".repeat(3_000_000) + "\"}"));
        assertThat(send(mails(1)).get(0).outcome()).isNotEqualTo(Outcome.SENT);
    }

    @ParameterizedTest
    @CsvSource({"password, ''", "password, ${vault.gone}", "from, ''", "from, nobody", "replyTo, nobody"})
    void settingsThatCannotWorkAreTold(String name, String value) {
        config.put(name, value);
        Delivery result = send(mails(1)).get(0);
        assertThat(result.outcome()).isEqualTo(Outcome.SERVER_FAILED);
        assertThat(result.failure()).isEqualTo(MailFailure.CONFIGURATION);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aTokenThatIsNoHeaderIsTold() {
        config.put("password", "two\nlines");
        assertThat(send(mails(1)).get(0).failure()).isEqualTo(MailFailure.CONFIGURATION);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void anAddressOutsideOfAsciiNeedsTheRealmsLeave() {
        assertThat(send(List.of(mail("Ännchen@example.org"))).get(0).failure()).isEqualTo(MailFailure.ADDRESS);
        config.put("allowutf8", "true");
        assertThat(send(List.of(mail("Ännchen@example.org"))).get(0).outcome()).isEqualTo(Outcome.SENT);
    }

    @ParameterizedTest
    @CsvSource({
        "https://send.api.mailtrap.io/api/send, true",
        "HTTPS://Sandbox.API.Mailtrap.io/api/send/4321, true",
        "https://proxy.example.org/mailtrap, true",
        "http://127.0.0.1:8080/api/send, true",
        "http://localhost/api/send, false",
        "http://proxy.example.org/mailtrap, false",
        "http://send.api.mailtrap.io/api/send, false",
        "https://mailtrap.io.example.org/api/send, false",
        "https://evilmailtrap.io/api/send, false",
        "https://user:secret@send.api.mailtrap.io/, false",
        "https://example.org/api/send, false",
        "https:///api/send, false",
        "ftp://127.0.0.1/, false",
        "send.api.mailtrap.io, false",
        "'not a url', false"
    })
    void theTokenGoesEncryptedAndToKnownHostsOnly(String text, boolean taken) {
        SendUrl urls = new SendUrl(Set.of("proxy.example.org", "127.0.0.1"));
        assertThat(urls.of(text).isPresent()).isEqualTo(taken);
    }

    @Test
    void withoutAUrlNothingIsSent() {
        url = Optional.empty();
        assertThat(send(mails(1)).get(0).failure()).isEqualTo(MailFailure.CONFIGURATION);
    }
}
