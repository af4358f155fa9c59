package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.util.ArrayList;
import java.util.List;

/** Time passes for the secrets of one person, and what the account has proved so far. */
public final class TokenRows {

    private TokenRows() {}

    /** Lets the lifetime of every link and code that was mailed to the person be over. */
    public static void expireLinks(TestRealm realm, Person person) {
        age(realm, person, "expires_at = 1, code_expires_at = 1");
    }

    public static void expireCodes(TestRealm realm, Person person) {
        age(realm, person, "code_expires_at = 1");
    }

    private static void age(TestRealm realm, Person person, String assignment) {
        int rows = realm.database()
                .update(
                        "update keyward_one_time_token set " + assignment + " where realm_id = ? and user_id = ?",
                        realm.id(),
                        realm.admin().userId(person.email()));
        assertThat(rows).as("mailed secrets of " + person.email()).isPositive();
    }

    /** The methods of the proofs that hold, for the account that has the address now. */
    public static List<String> proofMethods(TestRealm realm, Person person) {
        List<String> methods = new ArrayList<>();
        for (JsonNode proof : realm.admin().proofs(realm.admin().userId(person.email()))) {
            if (!proof.hasNonNull("voidedAt")) {
                methods.add(proof.get("method").asText());
            }
        }
        return methods;
    }
}
