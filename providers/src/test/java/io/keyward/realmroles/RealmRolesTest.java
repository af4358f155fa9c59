package io.keyward.realmroles;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.RoleModel;

final class RealmRolesTest {

    private final Map<String, RoleModel> roles = new TreeMap<>();
    private final Set<String> defaults = new HashSet<>();
    private boolean askedFor = true;

    @Test
    void aRealmThatAskedGetsBothAndAdminIsNoDefault() {
        new RealmRoles(realm()).ensure();
        assertThat(roles.keySet()).containsExactly("admin", "user");
        assertThat(defaults).containsExactly("user");
    }

    @Test
    void aRealmThatDidNotAskIsLeftAlone() {
        askedFor = false;
        new RealmRoles(realm()).ensure();
        assertThat(roles).isEmpty();
    }

    @Test
    void whatIsThereStaysAsItIs() {
        RoleModel user = role("user");
        roles.put("user", user);
        new RealmRoles(realm()).ensure();
        new RealmRoles(realm()).ensure();
        assertThat(roles).containsEntry("user", user).containsOnlyKeys("admin", "user");
        assertThat(defaults).isEmpty();
    }

    private RealmModel realm() {
        return (RealmModel) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RealmModel.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "getRequiredActionProviderByAlias":
                            return askedFor && "keyward-verify-email".equals(arguments[0])
                                    ? new RequiredActionProviderModel()
                                    : null;
                        case "getRole":
                            return roles.get(arguments[0]);
                        case "addRole":
                            return roles.computeIfAbsent((String) arguments[0], RealmRolesTest::role);
                        case "addToDefaultRoles":
                            return defaults.add(((RoleModel) arguments[0]).getName());
                        default:
                            throw new UnsupportedOperationException(method.toString());
                    }
                });
    }

    private static RoleModel role(String name) {
        return (RoleModel) Proxy.newProxyInstance(
                RealmRolesTest.class.getClassLoader(), new Class<?>[] {RoleModel.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "getName", "toString":
                            return name;
                        case "equals":
                            return proxy == arguments[0];
                        case "hashCode":
                            return name.hashCode();
                        case "setDescription":
                            return null;
                        default:
                            throw new UnsupportedOperationException(method.toString());
                    }
                });
    }
}
