package io.keyward.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MailCatcherTest {

    private static final String NASTY = "<script>alert(1)</script>";

    private final HttpClient browser = HttpClient.newHttpClient();
    private LocalMailCatcher mails;

    @BeforeEach
    void start() {
        mails = LocalMailCatcher.start(Ports.claim(0, "", ""), Ports.claim(0, "", ""));
    }

    @AfterEach
    void stop() {
        mails.close();
    }

    @Test
    void aMailIsKeptAsItsRecipientGetsIt() throws MessagingException {
        send("to@example.test", "Grüße", "plain", "<p>html</p>");
        CaughtMail mail = mails.to("TO@example.test").get(0);
        assertThat(mail.subject()).isEqualTo("Grüße");
        assertThat(mail.text()).isEqualTo("plain");
        assertThat(mail.html()).isEqualTo("<p>html</p>");
        assertThat(mail.header("x-test")).isEqualTo("yes");
        assertThat(mails.to("other@example.test")).isEmpty();
    }

    @Test
    void nothingThatAMailSaysBecomesPartOfThePage() throws Exception {
        send("to@example.test", NASTY, NASTY, "<p>" + NASTY + "</p>");
        String id = mails.all().get(0).id();
        assertThat(get("/").body()).doesNotContain("<script").contains("&lt;script&gt;");
        assertThat(get("/mails/" + id).body()).doesNotContain("<script").contains("&lt;script&gt;");
    }

    @Test
    void aMailsOwnHtmlIsSandboxed() throws Exception {
        send("to@example.test", "a", "b", NASTY);
        String id = mails.all().get(0).id();
        assertThat(get("/mails/" + id + "/html").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("sandbox", "default-src 'none'")
                        .doesNotContain("allow-scripts", "allow-same-origin", "script-src"));
        assertThat(get("/mails/" + id).body()).contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"");
    }

    @Test
    void programsListAndDelete() throws Exception {
        send("a+b@example.test", "one", "x", "y");
        send("c@example.test", "two", "x", "y");
        assertThat(get("/api/mails?to=a+b@example.test").body())
                .contains("\"one\"")
                .doesNotContain("\"two\"");
        String id = mails.to("c@example.test").get(0).id();
        assertThat(get("/api/mails/" + id).body()).contains("\"html\":\"y\"");
        assertThat(send(request("/api/mails/" + id).DELETE()).statusCode()).isEqualTo(204);
        assertThat(mails.all()).hasSize(1);
        assertThat(get("/mails/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void otherSitesCannotDelete() throws Exception {
        send("c@example.test", "two", "x", "y");
        HttpResponse<String> answer = send(request("/delete")
                .header("Origin", "http://elsewhere.example")
                .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(mails.all()).hasSize(1);
    }

    @Test
    void offlineMeansThatSendingFails() throws MessagingException {
        mails.goOffline();
        assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> send("c@example.test", "lost", "x", "y"));
        mails.goOnline();
        send("c@example.test", "kept", "x", "y");
        assertThat(mails.all()).extracting(CaughtMail::subject).containsExactly("kept");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(mails.page() + path));
    }

    private void send(String to, String subject, String text, String html) throws MessagingException {
        ServerSetup server = new ServerSetup(mails.smtpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        MimeMessage message = new MimeMessage(GreenMailUtil.getSession(server));
        message.setFrom(new InternetAddress("from@example.test"));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setHeader("X-Test", "yes");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(message);
    }
}
