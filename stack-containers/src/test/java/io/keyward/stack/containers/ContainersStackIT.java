package io.keyward.stack.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.stack.CaughtMail;
import io.keyward.stack.KeycloakOptions;
import io.keyward.stack.MailCatcher;
import io.keyward.stack.SignInStack;
import io.keyward.stack.StackBackend;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

/** The containers behave as the stack's interfaces promise. It takes the packaged jars and a container engine. */
final class ContainersStackIT {

    private final Web web = new Web();

    @Test
    void theStackIsUpAndItsNodeComesBackFromAKill() throws Exception {
        Path project = Path.of(System.getProperty("keyward.root", ".."));
        try (SignInStack stack =
                StackBackend.named("containers").start(project, KeycloakOptions.none(), System.out::println)) {
            URI realm = URI.create(stack.baseUrl() + "/realms/keyward");
            assertThat(web.get(realm).statusCode()).isEqualTo(200);
            try (Connection connection = stack.database().connect()) {
                assertThat(connection.isValid(5)).isTrue();
            }
            mailsAreCaught(stack.mails());

            stack.node().kill();
            assertThat(stack.node().running()).isFalse();
            stack.node().start();
            assertThat(web.get(realm).statusCode()).isEqualTo(200);
        }
    }

    private static void mailsAreCaught(MailCatcher mails) throws IOException {
        assertThat(send(mails, "one@example.test")).startsWith("250");
        mails.goOffline();
        assertThat(send(mails, "two@example.test")).startsWith("451");
        mails.goOnline();
        CaughtMail mail = mails.to("ONE@example.test").get(0);
        assertThat(mail.subject()).isEqualTo("Hello");
        assertThat(mail.text()).contains("body");
        assertThat(mail.header("x-test")).isEqualTo("yes");
        assertThat(mails.all()).hasSize(1);
        mails.delete(mail.id());
        assertThat(mails.all()).isEmpty();
    }

    /** Speaks SMTP until the first refusal, and gives the last answer. */
    private static String send(MailCatcher mails, String to) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), mails.smtpPort());
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = socket.getOutputStream()) {
            String answer = in.readLine();
            for (String line : new String[] {
                "HELO localhost",
                "MAIL FROM:<from@example.test>",
                "RCPT TO:<" + to + ">",
                "DATA",
                "From: from@example.test\r\nTo: " + to + "\r\nSubject: Hello\r\nX-Test: yes\r\n\r\nbody\r\n."
            }) {
                out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.flush();
                answer = in.readLine();
                if (answer.startsWith("4") || answer.startsWith("5")) {
                    return answer;
                }
            }
            return answer;
        }
    }
}
