package io.keyward.it.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.TokenRows;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An attacker prepares an account with somebody else's address (pre-hijacking), and its owner asks for a new password in place of
 * opening the link that proves it. That link is a proof by another browser, and gives the account to whoever reads the mailbox.
 */
class ResetTakeOverIT {

    private static final String OWNERS_PASSWORD = "Owner-Chose-This-7";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    private final Person victim = Person.named("Victoria", "Owner");
    private final Person asRegistered = victim.withPassword("Attacker-Chose-This-1");

    @Test
    void theOwnersResetProvesTheAddressAndLeavesTheAttackerNothing() {
        Visitor attacker = new Visitor(realm);
        attacker.register(asRegistered);
        Mail proof = realm.mailbox().next(victim.email());

        Visitor owner = resetByOwner();

        assertThat(owner.page().text()).contains("Your password is changed");
        assertThat(owner.signedIn()).isFalse();
        assertThat(TokenRows.proofMethods(realm, victim)).containsExactly("reset");
        assertThat(realm.admin().user(victim.email()).get("emailVerified").asBoolean())
                .isTrue();
        assertThat(attacker.state()).isEqualTo("elsewhere");
        attacker.enterCode(proof.code());
        assertThat(attacker.signedIn()).as(attacker.page().text()).isFalse();
        attacker.openLink(proof.link());
        assertThat(attacker.page().has("#keyward-confirm-form")).isFalse();
        assertThat(realm.direct()
                        .password(victim.email(), asRegistered.password())
                        .error())
                .isEqualTo("invalid_grant");
        owner.signIn(victim.email(), OWNERS_PASSWORD);
        assertThat(owner.signedIn()).as(owner.page().text()).isTrue();
    }

    @Test
    void whateverWasSetUpForSigningInGoes() {
        String id = realm.admin().createUser(asRegistered, false);
        realm.admin()
                .changeUser(
                        id,
                        user -> user.putArray("credentials")
                                .addObject()
                                .put("type", "webauthn-passwordless")
                                .put("secretData", "{}")
                                .put("credentialData", "{\"credentialId\":\"1\",\"counter\":0}"));
        realm.admin()
                .post(
                        "/identity-provider/instances",
                        Json.object()
                                .put("alias", "home-" + id)
                                .put("providerId", "oidc")
                                .set(
                                        "config",
                                        Json.object().put("clientId", "x").put("clientSecret", "y")));
        realm.admin()
                .post(
                        "/users/" + id + "/federated-identity/home-" + id,
                        Json.object()
                                .put("identityProvider", "home-" + id)
                                .put("userId", "attacker")
                                .put("userName", "attacker"));
        assertThat(realm.admin().get("/users/" + id + "/federated-identity")).hasSize(1);

        resetByOwner();

        assertThat(realm.admin().credentialTypes(id)).containsExactly("password");
        assertThat(realm.admin().get("/users/" + id + "/federated-identity")).isEmpty();
        assertThat(realm.direct().password(victim.email(), OWNERS_PASSWORD).status())
                .isEqualTo(200);
    }

    /** The page says what choosing does; only looking at it does nothing. */
    @Test
    void thePageSaysSoAndLookingProvesNothing() {
        realm.admin().createUser(asRegistered, false);
        new Visitor(realm).forgot(victim.email());
        String link = realm.mailbox().next(victim.email()).link();

        assertThat(Http.get(link).body()).contains("The address of this account was never confirmed");

        assertThat(TokenRows.proofMethods(realm, victim)).isEmpty();
        assertThat(realm.admin().user(victim.email()).get("emailVerified").asBoolean())
                .isFalse();
    }

    /** Without the proof of addresses a reset is a reset: nothing is proved, and nothing but the password changes. */
    @Test
    void aRealmThatAsksForNoProofGetsNone() {
        String id = realm.admin().createUser(asRegistered, false);
        realm.admin().changeRequiredAction("keyward-verify-email", action -> action.put("enabled", false));
        try {
            resetByOwner();
        } finally {
            realm.admin().changeRequiredAction("keyward-verify-email", action -> action.put("enabled", true));
        }
        assertThat(realm.admin().events("VERIFY_EMAIL", id)).isEmpty();
        assertThat(realm.admin().events("UPDATE_PASSWORD", id)).hasSize(1);
        assertThat(TokenRows.proofMethods(realm, victim)).isEmpty();
    }

    private Visitor resetByOwner() {
        Visitor owner = new Visitor(realm);
        owner.forgot(victim.email());
        owner.choose(realm.mailbox().next(victim.email()).link(), OWNERS_PASSWORD);
        assertThat(owner.page().has("#keyward-reset-done"))
                .as(owner.page().text())
                .isTrue();
        return owner;
    }
}
