package io.keyward.devicesession.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestPlaceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realms/x/protocol/openid-connect/auth",
                "/realms/x/login-actions/authenticate",
                "/realms/x/login-actions/required-action",
                "/realms/x/broker/home/endpoint",
                "/realms/x/protocol/saml",
                "/realms/x/device",
                "/auth/realms/x/login-actions/consent",
                "realms/x/protocol/openid-connect/auth"
            })
    void pagesOfASignInAreABrowser(String path) {
        assertThat(RequestPlace.of(path)).isEqualTo(RequestPlace.BROWSER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realms/x/protocol/openid-connect/token",
                "/realms/x/protocol/openid-connect/auth/device",
                "/realms/x/protocol/openid-connect/ext/ciba/auth",
                "/realms/x/protocol/openid-connect/userinfo",
                "/realms/x/protocol/openid-connect/authority",
                "/realms/x/account/sessions",
                "/realms/login-actions/protocol/openid-connect/token",
                "/realms/x/devices",
                "/",
                ""
            })
    void everythingElseIsAProgram(String path) {
        assertThat(RequestPlace.of(path)).isEqualTo(RequestPlace.BACK_CHANNEL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/admin/realms/x/clients/y/evaluate-scopes/generate-example-access-token",
                "/auth/admin/realms/x/users/y/impersonation",
                "/admin/realms/realms/x/login-actions/y"
            })
    void theAdminApiIsApart(String path) {
        assertThat(RequestPlace.of(path)).isEqualTo(RequestPlace.ADMIN);
    }
}
