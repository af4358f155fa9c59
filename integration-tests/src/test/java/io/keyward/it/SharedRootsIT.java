package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Http;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.RealmAdmin;
import io.keyward.it.harness.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Below the two roots of Keyward there is what a capability has put there, and nothing else. */
class SharedRootsIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/nothing", "/users", "/verify", "/email-proof", "/%00", "/..%2Fverify"})
    void whatNobodyHasPutThereIsNotFound(String path) {
        // 405 where a path goes on below it.
        assertThat(Http.get(realm.url() + "/keyward" + path).status()).isIn(404, 405);
        assertThat(realm.admin().send("GET", "/keyward" + path, null).status()).isIn(404, 405);
    }

    @Test
    void belowAUserTheSame() {
        RealmAdmin admin = realm.admin();
        String users = "/keyward/users/";
        String id = admin.createUser(Person.ada(), false);
        assertThat(admin.send("GET", users + id + "/email-proof", null).status())
                .isEqualTo(200);
        assertThat(admin.send("GET", users + id + "/devices", null).status()).isEqualTo(200);
        for (String path :
                new String[] {id, id + "/nothing", id + "/verify", "nobody/email-proof", "%00/email-proof"}) {
            assertThat(admin.send("GET", users + path, null).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void whatWasThereBeforeIsThereStill() {
        assertThat(Http.get(realm.url() + "/keyward/verification")
                        .ok()
                        .json()
                        .get("state")
                        .asText())
                .isEqualTo("gone");
        assertThat(Http.get(realm.url() + "/keyward/verify/x").body()).contains("kw-page");
    }
}
