package io.keyward.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stack by itself, with Keycloak as released. */
final class KeywardStackIT {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void twoNodesAreOneAndEitherMayDie() throws Exception {
        try (KeywardStack stack = KeywardStack.builder()
                .prepared()
                .nodes(2)
                .progress(System.out::println)
                .start()) {
            KeycloakNode first = stack.nodes().get(0);
            KeycloakNode second = stack.nodes().get(1);
            String token = token(first, stack.admin());
            assertThat(realms(second, token)).isEqualTo(200);

            first.kill();
            assertThat(first.running()).isFalse();
            assertThat(realms(second, token)).isEqualTo(200);
            assertThat(realms(second, token(second, stack.admin()))).isEqualTo(200);

            first.start();
            assertThat(realms(first, token)).isEqualTo(200);
            assertThat(first.log()).contains("Listening on");
        }
    }

    @Test
    void dataOutlivesTheStackAndProcessesDoNot(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        List<ProcessHandle> before = children();
        StackBuilder builder = KeywardStack.builder().prepared().durable().data(data);
        try (KeywardStack stack = builder.start();
                Connection connection = stack.database().connect()) {
            assertThat(setting(connection, "fsync")).isEqualTo("on");
            assertThat(setting(connection, "synchronous_commit")).isEqualTo("on");
            connection.createStatement().execute("CREATE TABLE kept AS SELECT 42 AS answer");
            assertThatExceptionOfType(StackException.class)
                    .isThrownBy(builder::start)
                    .withMessageContaining("Another stack is running on the data folder");
        }
        assertThat(children()).isEqualTo(before);
        try (KeywardStack stack = builder.start();
                Connection connection = stack.database().connect();
                ResultSet row = connection.createStatement().executeQuery("SELECT answer FROM kept")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void whatKeycloakRefusesIsToldInItsOwnWords() {
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> KeywardStack.builder()
                        .prepared()
                        .runtimeOption("--no-such-option=1")
                        .start())
                .withMessageContaining("ended with exit code")
                .withMessageContaining("Unknown option: '--no-such-option'");
    }

    @Test
    void aJarThatIsNotPackagedIsNamed() {
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> KeywardStack.builder()
                        .providerJar(Path.of("missing.jar"))
                        .start())
                .withMessageEndingWith("missing.jar is not there. Package it first: ./mvnw package -DskipTests");
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().toList();
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery("SHOW " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private String token(KeycloakNode node, AdminAccount admin) throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=admin-cli&username=" + admin.username() + "&password="
                + admin.password();
        HttpResponse<String> answer = client.send(
                request(node, "/realms/master/protocol/openid-connect/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        Matcher token = TOKEN.matcher(answer.body());
        assertThat(token.find()).as(answer.body()).isTrue();
        return token.group(1);
    }

    private int realms(KeycloakNode node, String token) throws IOException, InterruptedException {
        return client.send(
                        request(node, "/admin/realms")
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpRequest.Builder request(KeycloakNode node, String path) {
        return HttpRequest.newBuilder(URI.create(node.baseUrl() + path));
    }
}
