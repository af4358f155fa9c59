package io.keyward.it.grants;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Json;
import io.keyward.it.harness.Keyward;
import io.keyward.it.harness.RealmAdmin;
import io.keyward.it.harness.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who has nothing to prove: service accounts, and realms that did not ask for it. */
class UntouchedGrantMatrixIT {

    private static final String PLAIN = "grant-matrix-plain";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @Test
    void serviceAccountGetsTokens() {
        GrantClient client = Matrix.in(realm).client();
        Outcome outcome = Outcome.of(client.token(Map.of("grant_type", "client_credentials")));
        assertThat(outcome.tokens()).as(outcome.end()).contains("access_token");
    }

    @Test
    void realmWithoutKeywardIsPlainKeycloak() {
        Keyward keyward = realm.keyward();
        keyward.admin()
                .send("POST", "", Json.object().put("realm", PLAIN).put("enabled", true))
                .ok();
        try {
            unprovedUserGetsTokens(PLAIN);
        } finally {
            keyward.admin(PLAIN).delete("");
        }
    }

    @Test
    void masterRealmIsPlainKeycloak() {
        RealmAdmin master = realm.keyward().admin("master");
        try {
            unprovedUserGetsTokens("master");
        } finally {
            master.deleteClient(GrantClient.ID);
        }
    }

    private static void unprovedUserGetsTokens(String name) {
        Keyward keyward = realm.keyward();
        RealmAdmin admin = keyward.admin(name);
        GrantClient.install(admin);
        GrantClient client = new GrantClient(
                keyward.url() + "/realms/" + name, keyward.client(name, GrantClient.ID, GrantClient.SECRET));
        Account account = new Accounts(admin, client).unproved();
        try {
            new Rows(client, admin).common().forEach(row -> {
                Outcome outcome = row.grant().prepare(account).go();
                assertThat(outcome.tokens())
                        .as(row + " ended at " + outcome.end())
                        .contains("access_token");
            });
        } finally {
            admin.deleteUser(account.id());
        }
    }
}
