package io.keyward.it.grants;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import java.util.Map;
import java.util.Set;

/** The device authorization grant (RFC 8628): a code shown by a device, a sign-in elsewhere, then the device polls. */
final class DeviceGrant implements Grant {

    private final GrantClient client;
    private final boolean approvedBefore;

    /** Says whether the person approves while still proved, and the device polls only later. */
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
        Agent device = new Agent();
        JsonNode codes = client.post(device, "/auth/device", Map.of("scope", "openid"))
                .ok()
                .json();
        if (approvedBefore) {
            approve(new Agent(), account, codes);
            return () -> Outcome.of(device, poll(device, codes));
        }
        return () -> {
            Agent browser = new Agent();
            Landing landing = approve(browser, account, codes);
            Answer polled = poll(device, codes);
            return landing.waitsForProof()
                    ? Outcome.of(browser, landing).and(Outcome.of(device, polled))
                    : Outcome.of(device, polled);
        };
    }

    private static Landing approve(Agent browser, Account account, JsonNode codes) {
        return new SignIn(browser, account)
                .walk(codes.get("verification_uri_complete").asText());
    }

    private Answer poll(Agent device, JsonNode codes) {
        return client.token(
                device,
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:device_code",
                        "device_code",
                        codes.get("device_code").asText()));
    }
}
