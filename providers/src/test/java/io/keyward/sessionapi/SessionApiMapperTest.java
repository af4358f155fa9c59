package io.keyward.sessionapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;

final class SessionApiMapperTest {

    private final SessionApiMapper provider = new SessionApiMapper();

    @Test
    void putsNothingIntoTokens() {
        assertThat(provider)
                .isNotInstanceOfAny(OIDCAccessTokenMapper.class, OIDCIDTokenMapper.class, UserInfoTokenMapper.class);
    }

    @Test
    void switchesTheApiOn() {
        assertThat(ClientSettings.enabled(client(List.of()))).isFalse();
        assertThat(ClientSettings.enabled(client(List.of(mapper("a", Map.of())))))
                .isTrue();
    }

    @Test
    void ofTwoThatAnImportBroughtOneHoldsEverywhere() {
        ProtocolMapperModel first = mapper("a", Map.of("address-limit", "1"));
        ProtocolMapperModel second = mapper("b", Map.of("address-limit", "2"));
        assertThat(ClientSettings.of(client(List.of(second, first))))
                .isEqualTo(ClientSettings.of(client(List.of(first, second))));
    }

    @Test
    void takesWhatMakesSense() throws ProtocolMapperConfigException {
        ProtocolMapperModel mapper = mapper("a", Map.of("same-site", "lax", "cookie-domain", ""));
        provider.validateConfig(null, null, client(List.of(mapper)), mapper);
    }

    @Test
    void saysWhatIsWrongWithWhat() {
        refuses(
                client(List.of()),
                mapper(null, Map.of("same-site", "Strikt")),
                "\"SameSite\" must be one of strict, lax, none.");
        refuses(client(List.of()), mapper(null, Map.of("address-limit", "many")), "Calls per minute and IP address");
    }

    @Test
    void oneForEachClientAndNoneForScopes() {
        refuses(client(List.of(mapper("a", Map.of()))), mapper(null, Map.of()), "already");
        ProtocolMapperContainerModel scope = proxy(ClientScopeModel.class, List.of());
        refuses(scope, mapper(null, Map.of()), "client scope");
    }

    @Test
    void showsWhatHoldsWithoutTouchingWhatIsStored() {
        ProtocolMapperModel stored = mapper("a", Map.of("same-site", "lax"));
        Map<String, String> shown =
                provider.getEffectiveModel(null, null, stored).getConfig();
        assertThat(shown).containsEntry("same-site", "lax").containsEntry("refresh-token", "cookie");
        assertThat(stored.getConfig()).hasSize(1);
    }

    private void refuses(ProtocolMapperContainerModel container, ProtocolMapperModel mapper, String words) {
        assertThatThrownBy(() -> provider.validateConfig(null, null, container, mapper))
                .isInstanceOf(ProtocolMapperConfigException.class)
                .hasMessageContaining(words)
                // Keycloak puts it through MessageFormat.
                .hasMessageNotContainingAny("'", "{");
    }

    private static ProtocolMapperModel mapper(String id, Map<String, String> config) {
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setId(id);
        mapper.setProtocolMapper(SessionApiMapper.ID);
        mapper.setConfig(config);
        return mapper;
    }

    private static ClientModel client(List<ProtocolMapperModel> mappers) {
        return proxy(ClientModel.class, mappers);
    }

    private static <T> T proxy(Class<T> type, List<ProtocolMapperModel> mappers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getProtocolMapperByType" -> mappers;
                    case "isBearerOnly" -> false;
                    default -> throw new UnsupportedOperationException(method.toString());
                }));
    }
}
