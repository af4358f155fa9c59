package io.keyward.devicesession.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.devicesession.DeviceSessionProvider;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientModel.ClientRemovedEvent;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmModel.RealmRemovedEvent;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.UserPreRemovedEvent;
import org.keycloak.models.UserModel.UserRemovedEvent;
import org.keycloak.provider.ProviderEvent;

final class RemovalListenerTest {

    private static final RealmModel REALM = answering(RealmModel.class, Map.of("getId", "realm"));

    private final List<String> removed = new ArrayList<>();
    private final RemovalListener listener = new RemovalListener(session -> noting());

    @Test
    void usersGoWhicheverWayItIsAnnounced() {
        UserModel ann = answering(UserModel.class, Map.of("getId", "ann"));
        listener.onEvent(answering(UserPreRemovedEvent.class, Map.of("getRealm", REALM, "getUser", ann)));
        listener.onEvent(answering(UserRemovedEvent.class, Map.of("getRealm", REALM, "getUser", ann)));
        assertThat(removed).containsExactly("removeUser[realm, ann]", "removeUser[realm, ann]");
    }

    @Test
    void clientsGo() {
        ClientModel app = answering(ClientModel.class, Map.of("getId", "app", "getRealm", REALM));
        listener.onEvent(answering(ClientRemovedEvent.class, Map.of("getClient", app)));
        assertThat(removed).containsExactly("removeClient[realm, app]");
    }

    @Test
    void realmsGo() {
        listener.onEvent(answering(RealmRemovedEvent.class, Map.of("getRealm", REALM)));
        assertThat(removed).containsExactly("removeRealm[realm]");
    }

    @Test
    void otherEventsAreNoConcern() {
        listener.onEvent(new ProviderEvent() {});
        assertThat(removed).isEmpty();
    }

    private DeviceSessionProvider noting() {
        return proxy(DeviceSessionProvider.class, (self, method, args) -> {
            removed.add(method.getName() + Arrays.toString(args));
            return null;
        });
    }

    private static <T> T answering(Class<T> type, Map<String, ?> answers) {
        return proxy(type, (self, method, args) -> answers.get(method.getName()));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
