package io.keyward.passwordhash;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.policy.HashIterationsPasswordPolicyProviderFactory;

/** Password policies as a realm has them. */
final class Policies {

    private Policies() {}

    static PasswordPolicy withoutIterations() {
        return PasswordPolicy.empty();
    }

    static PasswordPolicy iterations(int iterations) {
        var provider = new HashIterationsPasswordPolicyProviderFactory();
        return PasswordPolicy.parse(
                answering(KeycloakSession.class, Map.of("getProvider", provider)),
                "hashIterations(" + iterations + ")");
    }

    private static <T> T answering(Class<T> type, Map<String, ?> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> answers.get(method.getName())));
    }
}
