package io.keyward.it.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Keyward;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.RealmAdmin;
import io.keyward.it.harness.Stacks;
import io.keyward.it.harness.TestRealm;
import io.keyward.mailoutbox.smtp.ScriptedSmtpServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** StartTLS with a server whose certificate Keycloak's truststore holds, and with others. */
@DisabledIfSystemProperty(
        named = "keyward.stack",
        matches = "containers",
        disabledReason = "the truststore is a file of this machine")
@Tag("long")
class EncryptedMailIT {

    private static final String REALM = "encrypted";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static ServerCertificate trusted;
    private static ServerCertificate stranger;
    private static Keyward keyward;

    private final ScriptedSmtpServer server = new ScriptedSmtpServer();
    private final Person person = Person.ada();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        trusted = ServerCertificate.of("localhost", folder.resolve("trusted"));
        stranger = ServerCertificate.of("localhost", folder.resolve("stranger"));
        keyward = Keyward.on(Stacks.withKeyward(Stacks.local().prepared())
                .runtimeOption("--truststore-paths=" + trusted.pem())
                .runtimeOption("--spi-email-sender--outbox--retry-first=1")
                .runtimeOption("--spi-email-sender--outbox--poll-interval=1")
                .start());
        ObjectNode realm = TestRealm.definition(keyward, REALM);
        keyward.admin().send("POST", "", realm).ok();
    }

    @AfterAll
    static void stop() {
        if (keyward != null) {
            keyward.close();
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aTrustedServerGetsTheMailEncrypted() throws Exception {
        server.encrypting(trusted.context());
        ask("localhost");
        await("the mail").atMost(PATIENCE).until(() -> server.to(person.email()).size(), found -> found == 1);
        assertThat(server.encryptions()).isEqualTo(1);
    }

    @Test
    void aServerThatIsNotTrustedGetsNothing() throws Exception {
        server.encrypting(stranger.context());
        ask("localhost");
        getsNothing();
    }

    @Test
    void aServerWithTheCertificateOfAnotherHostGetsNothing() throws Exception {
        server.encrypting(trusted.context());
        ask("127.0.0.1");
        getsNothing();
    }

    private void getsNothing() {
        await("told").atMost(PATIENCE).until(EncryptedMailIT::told, List.of("retrying tls")::equals);
        assertThat(server.received()).isEmpty();
    }

    /** How the realm's unfinished mails stand. */
    private static List<String> told() {
        return keyward.database()
                .strings("select distinct status || ' ' || failure from keyward_mail where status <> 'sent'");
    }

    private void ask(String host) {
        keyward.database().update("delete from keyward_mail");
        RealmAdmin admin = keyward.admin(REALM);
        MailServers.use(admin, server, Map.of("starttls", "true", "host", host));
        String id = admin.createProvedUser(person);
        admin.put("/users/" + id + "/execute-actions-email", Json.array("UPDATE_PASSWORD"));
    }
}
