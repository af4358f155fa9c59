package io.keyward.departure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;

/** The password policy without Keyward's rule and without bcrypt, which Keyward brings. */
final class Passwords implements Setting {

    private static final String BCRYPT = "bcrypt";

    private final KeycloakSession session;
    private final RealmModel realm;

    Passwords(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public String word() {
        return "password-policy";
    }

    @Override
    public Optional<JsonNode> leave() {
        PasswordPolicy policy = realm.getPasswordPolicy();
        String before = policy.toString();
        PasswordPolicy.Builder without = policy.toBuilder();
        policy.getPolicies().stream().filter(rule -> rule.startsWith(OURS)).forEach(without::remove);
        if (BCRYPT.equals(policy.getHashAlgorithm())) {
            without.remove(PasswordPolicy.HASH_ALGORITHM_ID).remove(PasswordPolicy.HASH_ITERATIONS_ID);
        }
        String after = without.asString();
        if (before == null || before.equals(after)) {
            return Optional.empty();
        }
        realm.setPasswordPolicy(without.build(session));
        return Optional.of(TextNode.valueOf(before));
    }

    @Override
    public void comeBack(JsonNode before) {
        realm.setPasswordPolicy(PasswordPolicy.parse(session, before.asText()));
    }
}
