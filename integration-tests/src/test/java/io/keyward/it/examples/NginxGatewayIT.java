package io.keyward.it.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.TestRealm;
import io.keyward.stack.Companion;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code examples/gateways/nginx.conf} in a real nginx. */
class NginxGatewayIT extends GatewayRules {

    private static final Example GATEWAY = Example.of("gateways", 8083);

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().withClient(GATEWAY.client());

    private static BackEnd backEnd;
    private static Companion nginx;

    @BeforeAll
    static void serve() {
        backEnd = new BackEnd();
        nginx = GATEWAY.nginx(
                GATEWAY.site(realm).with("127.0.0.1:9090", "127.0.0.1:" + backEnd.port()), "/public/ready");
    }

    @AfterAll
    static void stop() {
        if (nginx != null) {
            nginx.close();
        }
        backEnd.close();
    }

    @Override
    TestRealm realm() {
        return realm;
    }

    @Override
    Example gateway() {
        return GATEWAY;
    }

    @Override
    BackEnd backEnd() {
        return backEnd;
    }

    @Test
    void sendsPagesToSignInAndBack() {
        HttpBrowser browser = new HttpBrowser();
        browser.open(at("/reports?of=may"));
        submit(browser);
        assertThat(browser.page().url()).isEqualTo(at("/reports?of=may"));
        // What nginx cannot encode it leaves out, rather than to hand it to the sign-in as a parameter.
        HttpBrowser another = new HttpBrowser();
        another.open(at("/reports?of=may&prompt=create"));
        submit(another);
        assertThat(another.page().url()).isEqualTo(at("/reports"));
    }

    @Test
    void aLineBreakInThePathStaysEncoded() {
        Answer answer = get("/reports%0d%0aSet-Cookie:%20a=b", Map.of("Accept", "text/html"));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/reports%0d%0aSet-Cookie:%20a=b");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void cookiesOfTheApplicationReachIt() {
        String token = signedIn().cookie("gateway_access");
        JsonNode seen = get("/reports", Map.of("Cookie", "theme=dark; gateway_access=" + token + "; lang=de"))
                .ok()
                .json();
        assertThat(BackEnd.header(seen, "Cookie")).isEqualTo("theme=dark; lang=de");
    }

    @Test
    void headersWithUnderscoresDoNotSlipThrough() {
        JsonNode seen = asked(signedIn(), "/reports", Map.of("X_Auth_User", "somebody-else", "X_Auth_Roles", "admin"));
        assertThat(seen.toString()).doesNotContain("somebody-else", "x_auth");
    }

    @Test
    void whatAsksIsNotForClients() {
        HttpBrowser browser = signedIn();
        assertThat(browser.fetch(at("/_keyward/check")).status()).isEqualTo(404);
        assertThat(browser.fetch(at("/_keyward/check-admin")).status()).isEqualTo(404);
    }
}
