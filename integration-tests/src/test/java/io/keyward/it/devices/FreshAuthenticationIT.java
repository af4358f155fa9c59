package io.keyward.it.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.it.harness.Answer;
import io.keyward.it.harness.OAuthClient.Authorization;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** To sign out all other devices, one has to have signed in a short while ago (RFC 9470). */
class FreshAuthenticationIT {

    private static final int SECONDS = 30;

    @RegisterExtension
    static final TestRealm realm =
            TestRealm.shipped().withRequiredAction("keyward-devices", "fresh-authentication", String.valueOf(SECONDS));

    private Member member;

    @BeforeEach
    void signedUp() {
        member = Member.of(realm);
    }

    @Test
    void anOldSignInIsSentToSignInAgainAndThenMay() {
        TokenAnswer other = member.signIn();
        Visitor visitor = new Visitor(realm);
        Authorization first = authorization(Map.of());
        visitor.browser().open(first.url());
        signIn(visitor);
        TokenAnswer tokens = realm.tokens(first);

        // 30 seconds is the least that an administrator may set; nothing else makes a sign-in of Keycloak old.
        Answer refused = await().atMost(Duration.ofSeconds(SECONDS + 15L))
                .pollInterval(Duration.ofSeconds(5))
                .until(() -> member.api(tokens).post("/sign-out-others"), answer -> answer.status() == 401);
        assertThat(refused.header("WWW-Authenticate"))
                .startsWith("Bearer ")
                .contains("error=\"insufficient_user_authentication\"", "max_age=\"" + SECONDS + "\"");
        assertThat(refused.json().get("error").asText()).isEqualTo("insufficient_user_authentication");

        TokenAnswer another = member.signIn();
        assertThat(member.api(tokens).post("/sign-out-others").status()).isEqualTo(401);
        realm.direct().refresh(another.refreshToken()).accessToken();
        member.api(tokens).get("").ok();

        Authorization again = authorization(Map.of("max_age", String.valueOf(SECONDS)));
        visitor.browser().open(again.url());
        visitor.browser()
                .submit(
                        visitor.page().one("#kc-form-login"),
                        Map.of("password", member.person().password()));
        assertThat(member.api(realm.tokens(again)).post("/sign-out-others").status())
                .isEqualTo(204);
        assertThat(realm.direct().refresh(another.refreshToken()).error()).isEqualTo("invalid_grant");
        assertThat(realm.direct().refresh(other.refreshToken()).error()).isEqualTo("invalid_grant");
    }

    @Test
    void aPasswordSentByAProgramGrowsOldTheSameWay() {
        TokenAnswer tokens = member.signIn();
        assertThat(member.api(tokens).post("/sign-out-others").status()).isEqualTo(204);
        realm.database()
                .update(
                        "update keyward_device_session set started_at = started_at - ? where user_session_id = ?",
                        (SECONDS + 1) * 1_000L,
                        tokens.claims().get("sid").asText());
        assertThat(member.api(tokens).post("/sign-out-others").status()).isEqualTo(401);
    }

    @Test
    void whereNobodyShowedACredentialNothingIsFresh() {
        TokenAnswer tokens = member.signIn();
        realm.database()
                .update(
                        "update keyward_device_session set method = 'token-exchange' where user_session_id = ?",
                        tokens.claims().get("sid").asText());
        assertThat(member.api(tokens).post("/sign-out-others").status()).isEqualTo(401);
    }

    private static Authorization authorization(Map<String, String> more) {
        Map<String, String> parameters = new java.util.HashMap<>(more);
        parameters.put("scope", DeviceApi.SCOPE);
        return realm.app().authorization(realm.appServer().callbackUrl(), parameters);
    }

    private void signIn(Visitor visitor) {
        visitor.browser()
                .submit(
                        visitor.page().one("#kc-form-login"),
                        Map.of(
                                "username",
                                member.person().email(),
                                "password",
                                member.person().password()));
    }
}
