package io.keyward.onetimetoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.UserPreRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;

final class RemovalListenerTest {

    private final InMemoryOneTimeTokens tokens = new InMemoryOneTimeTokens();
    private final RemovalListener listener = new RemovalListener(session -> tokens);

    @Test
    void tokensGoWithTheirUser() {
        issue("realm", "ann");
        issue("realm", "bob");
        issue("realm", "cat");
        listener.onEvent(event(UserPreRemovedEvent.class, "realm", "ann"));
        listener.onEvent(event(UserRemovedEvent.class, "realm", "bob"));
        assertThat(tokens.stored()).singleElement().asString().contains("cat");
    }

    @Test
    void tokensGoWithTheirRealm() {
        issue("realm", "ann");
        issue("other", "ann");
        listener.onEvent(event(RealmRemovedEvent.class, "realm", null));
        assertThat(tokens.stored()).singleElement().asString().contains("other");
    }

    @Test
    void otherEventsAreNoConcern() {
        issue("realm", "ann");
        listener.onEvent(new ProviderEvent() {});
        assertThat(tokens.stored()).hasSize(1);
    }

    private void issue(String realmId, String userId) {
        tokens.issue(
                new TokenRequest(realmId, userId, "verify-email", "a@example.org", Duration.ofDays(1), null, null));
    }

    private static <E extends ProviderEvent> E event(Class<E> type, String realmId, String userId) {
        RealmModel realm = answering(RealmModel.class, Map.of("getId", realmId));
        UserModel user = answering(UserModel.class, userId == null ? Map.of() : Map.of("getId", userId));
        return answering(type, Map.of("getRealm", realm, "getUser", user));
    }

    private static <T> T answering(Class<T> type, Map<String, ?> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> answers.get(method.getName())));
    }
}
