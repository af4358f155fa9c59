package io.keyward.it.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code examples/gateways/traefik.yml}, carried out as Traefik's documentation says, by {@link ForwardAuthStandIn}. */
class ForwardAuthIT extends GatewayRules {

    private static final Example GATEWAY = Example.of("gateways", 8083);

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().withClient(GATEWAY.client());

    private static BackEnd backEnd;
    private static ForwardAuthStandIn gateway;

    @BeforeAll
    static void serve() throws JsonProcessingException {
        backEnd = new BackEnd();
        String configuration = GATEWAY.file("traefik.yml")
                .with("127.0.0.1:8080", "127.0.0.1:" + Example.keycloakPort(realm))
                .with("127.0.0.1:9090", "127.0.0.1:" + backEnd.port())
                .with("/realms/keyward/", "/realms/" + realm.name() + "/")
                .text();
        gateway = new ForwardAuthStandIn(new YAMLMapper().readTree(configuration), GATEWAY.port());
    }

    @AfterAll
    static void stop() {
        gateway.close();
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
    void whoIsNotSignedInGetsThePageThatSaysWhereTo() {
        Answer answer = get("/reports?of=may&for=all", Map.of("Accept", "text/html"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().get("path").asText())
                .isEqualTo("/public/sign-in?to=" + Http.encode(at("/reports?of=may&for=all")));
    }
}
