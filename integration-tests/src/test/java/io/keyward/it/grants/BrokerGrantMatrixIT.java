package io.keyward.it.grants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.TestRealm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Sign-in at an identity provider. What another party says about an address is no proof here, not even when the realm is
 * set to trust it.
 */
class BrokerGrantMatrixIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().with(Layers::namesApartFromAddresses);

    private static final String HOME = "grant-matrix-home";

    private static Matrix matrix;
    private static HomeRealm home;

    /** How the realm under test meets the provider. */
    enum Provider {
        TRUSTED("trusted email"),
        UNTRUSTED("email not trusted");

        private final String words;

        Provider(String words) {
            this.words = words;
        }

        BrokerGrant signIn() {
            return new BrokerGrant(matrix.client(), home, realm.admin(), name().toLowerCase(java.util.Locale.ROOT));
        }

        @Override
        public String toString() {
            return words;
        }
    }

    @BeforeAll
    static void open() {
        matrix = Matrix.in(realm);
        realm.keyward()
                .admin()
                .send("POST", "", Json.object().put("realm", HOME).put("enabled", true))
                .ok();
        home = new HomeRealm(
                realm.keyward().url() + "/realms/" + HOME, realm.keyward().admin(HOME));
        home.install();
        home.serve(realm.admin(), "trusted", true, null);
        home.serve(realm.admin(), "untrusted", false, null);
    }

    @AfterAll
    static void close() {
        realm.keyward().admin(HOME).delete("");
    }

    @ParameterizedTest(name = "first broker login, {0} / address not proved")
    @EnumSource
    void firstLogin(Provider provider) {
        firstLogin(provider, home.stranger(true));
    }

    @ParameterizedTest(name = "first broker login, {0} / no address")
    @EnumSource
    void firstLoginWithoutAddress(Provider provider) {
        firstLogin(provider, home.stranger(false));
    }

    @ParameterizedTest(name = "broker login, {0} / no address any more")
    @EnumSource
    void addressRemoved(Provider provider) {
        turned(provider, UserKind.NO_ADDRESS);
    }

    /** The provider goes on sending the old address, and the realm goes back to it: that proof is void. */
    @ParameterizedTest(name = "broker login, {0} / address changed by an admin after proof")
    @EnumSource
    void addressChangedHere(Provider provider) {
        turned(provider, UserKind.CHANGED_BY_ADMIN);
    }

    @ParameterizedTest(name = "broker login, {0} / address changed at the provider after proof")
    @EnumSource
    void addressChangedThere(Provider provider) {
        Account account = matrix.accounts().proved();
        BrokerGrant signIn = provider.signIn();
        Grant.Attempt attempt = signIn.prepare(account);
        home.changeAddress(account, Accounts.changedAddress(account));
        matrix.refused(signIn, account.id(), attempt.go());
    }

    @ParameterizedTest(name = "broker login, {0} / address proved")
    @EnumSource
    void tokens(Provider provider) {
        matrix.allows(new Row("broker login", provider.signIn()));
    }

    /** Somebody who closed the waiting page comes again: nothing may be lost, and nothing won. */
    @ParameterizedTest(name = "first broker login, abandoned and tried again, {0} / address not proved")
    @EnumSource
    void triedAgain(Provider provider) {
        Account stranger = home.stranger(true);
        provider.signIn().signIn(stranger).go();
        firstLogin(provider, stranger);
    }

    private static void firstLogin(Provider provider, Account stranger) {
        BrokerGrant signIn = provider.signIn();
        Outcome outcome = signIn.signIn(stranger).go();
        assertThat(outcome.tokens()).as(outcome.end()).isEmpty();
        assertThat(outcome.waitsForProof()).as(outcome.end()).isTrue();
        JsonNode users = realm.admin().get("/users?exact=true&username=" + stranger.username());
        assertThat(users)
                .as("accounts made by the first login; it ended at " + outcome.end())
                .hasSize(1);
        matrix.refused(signIn, users.get(0).get("id").asText(), outcome);
    }

    private static void turned(Provider provider, UserKind kind) {
        Account account = matrix.accounts().proved();
        BrokerGrant signIn = provider.signIn();
        Grant.Attempt attempt = signIn.prepare(account);
        matrix.accounts().turn(account, kind);
        matrix.refused(signIn, account.id(), attempt.go());
    }
}
