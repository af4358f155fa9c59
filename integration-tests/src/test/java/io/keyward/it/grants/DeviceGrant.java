package io.keyward.it.grants;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import java.util.Map;
import java.util.Set;

/** The device authorization grant (RFC 8628): a code shown by a device, a sign-in elsewhere, then the device polls. */
final class DeviceGrant implements Grant {

    private final GrantClient client;
    private final boolean approvedBefore;

    /** @param approvedBefore the person approves while still proved, and the device polls only later */
    DeviceGrant(GrantClient client, boolean approvedBefore) {
        this.client = client;
        this.approvedBefore = approvedBefore;
    }

    @Override
    public boolean preparedWhileProved() {
        return approvedBefore;
    }

    @Override
    public Set<String> refusals() {
        return Set.of("invalid_grant", "access_denied");
    }

    @Override
    public Attempt prepare(Account account) {
        JsonNode codes =
                client.post("auth/device", Map.of("scope", "openid")).ok().json();
        if (approvedBefore) {
            approve(new Agent(), account, codes);
            return () -> Outcome.of(poll(codes));
        }
        return () -> {
            Agent browser = new Agent();
            Landing landing = approve(browser, account, codes);
            Outcome polled = Outcome.of(browser, poll(codes));
            return new Outcome(
                    polled.tokens(),
                    landing.waitsForProof(),
                    polled.error(),
                    landing.describe() + "; the device got " + polled.end());
        };
    }

    private static Landing approve(Agent browser, Account account, JsonNode codes) {
        return new SignIn(browser, account)
                .walk(codes.get("verification_uri_complete").asText());
    }

    private Answer poll(JsonNode codes) {
        return client.token(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "device_code",
                codes.get("device_code").asText()));
    }
}
