package io.keyward.it.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An OpenID Connect library that was not made for Keycloak completes against the realm that ships. */
class IndependentClientIT {

    private static final String CLIENT = "library-app";
    private static final String SECRET = "library-secret";
    private static final Duration GRACE_AND_MORE = Duration.ofSeconds(20);

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().with(definition -> {
        var client = Json.object()
                .put("clientId", CLIENT)
                .put("secret", SECRET)
                .put("publicClient", false)
                .put("standardFlowEnabled", true)
                .put("directAccessGrantsEnabled", false);
        client.putArray("redirectUris").add("http://127.0.0.1/*");
        client.putObject("attributes").put("pkce.code.challenge.method", "S256").put("post.logout.redirect.uris", "+");
        // Keycloak (26.7) introspects for those a token is meant for.
        var audience = client.putArray("protocolMappers")
                .addObject()
                .put("name", "audience")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-audience-mapper");
        audience.putObject("config").put("included.client.audience", CLIENT).put("access.token.claim", "true");
        definition.withArray("/clients").add(client);
    });

    private final Person person = Person.ada();
    private final HttpBrowser browser = new HttpBrowser();
    private LibraryClient client;
    private String userId;

    @BeforeEach
    void discover() throws Exception {
        userId = realm.admin().createProvedUser(person);
        client = LibraryClient.discover(
                realm.url(), CLIENT, SECRET, realm.appServer().callbackUrl());
    }

    @Test
    void discoversWhatTheRealmOffers() {
        assertThat(client.provider().getIssuer().getValue()).isEqualTo(realm.url());
        assertThat(client.provider().getCodeChallengeMethods()).contains(CodeChallengeMethod.S256);
        assertThat(client.provider().supportsAuthorizationResponseIssuerParam()).isTrue();
        assertThat(client.provider().supportsBackChannelLogout()).isTrue();
        assertThat(client.provider().supportsBackChannelLogoutSession()).isTrue();
    }

    @Test
    void signsInAndLearnsWhoItIs() throws Exception {
        LibraryClient.SignIn signIn = client.begin();
        OIDCTokens tokens = LibraryClient.granted(client.redeem(code(signIn), signIn.verifier()));
        IDTokenClaimsSet idToken = client.verified(tokens, signIn.nonce());
        assertThat(idToken.getSubject().getValue()).isEqualTo(userId);
        assertThat(idToken.getStringClaim("device_id")).as("the device").hasSize(36);
        assertThatThrownBy(() -> client.verified(tokens, new Nonce()))
                .as("the nonce of another sign-in")
                .isInstanceOf(BadJOSEException.class);

        UserInfo userInfo =
                client.userInfo(tokens.getAccessToken()).toSuccessResponse().getUserInfo();
        assertThat(userInfo.getSubject()).isEqualTo(idToken.getSubject());
        assertThat(userInfo.getEmailAddress()).isEqualTo(person.email());
        assertThat(userInfo.getEmailVerified()).isTrue();
        assertThat(TokenAnswer.claims(tokens.getAccessToken().getValue())
                        .at("/realm_access/roles")
                        .toString())
                .contains("\"user\"")
                .doesNotContain("\"admin\"");
    }

    @Test
    void aCodeNeedsItsVerifierAndWorksOnce() {
        LibraryClient.SignIn stolen = client.begin();
        refused(client.redeem(code(stolen), new CodeVerifier()));

        LibraryClient.SignIn signIn = client.begin();
        AuthorizationCode code = code(signIn);
        LibraryClient.granted(client.redeem(code, signIn.verifier()));
        refused(client.redeem(code, signIn.verifier()));
    }

    @Test
    void refreshesWithRotation() throws Exception {
        OIDCTokens first = signedIn();
        OIDCTokens second = LibraryClient.granted(client.refresh(first.getRefreshToken()));
        assertThat(second.getRefreshToken()).isNotEqualTo(first.getRefreshToken());
        assertThat(client.verified(second, null).getSubject().getValue()).isEqualTo(userId);
        // A second tab, or a lost answer: within the grace the same successor comes back.
        OIDCTokens again = LibraryClient.granted(client.refresh(first.getRefreshToken()));
        assertThat(jti(again.getRefreshToken())).isEqualTo(jti(second.getRefreshToken()));

        assertThat(client.active(second.getAccessToken())).isTrue();
        graceIsOver(second.getRefreshToken());
        refused(client.refresh(first.getRefreshToken()));
        // Whoever of the two was the thief: it is over for both.
        refused(client.refresh(second.getRefreshToken()));
        assertThat(client.active(second.getAccessToken())).isFalse();
        assertThat(client.userInfo(second.getAccessToken()).indicatesSuccess()).isFalse();
        assertThat(realm.admin().events("REFRESH_TOKEN_ERROR", userId))
                .anyMatch(event -> event.path("error").asText().equals("refresh_token_reuse"));
    }

    @Test
    void introspectsAndRevokes() {
        OIDCTokens tokens = signedIn();
        assertThat(client.active(tokens.getAccessToken())).isTrue();
        assertThat(client.active(tokens.getRefreshToken())).isTrue();
        assertThat(client.revoke(tokens.getRefreshToken()).getStatusCode()).isEqualTo(200);
        assertThat(client.active(tokens.getRefreshToken())).isFalse();
        assertThat(client.active(tokens.getAccessToken())).isFalse();
        refused(client.refresh(tokens.getRefreshToken()));
    }

    @Test
    void signsOut() {
        OIDCTokens tokens = signedIn();
        assertThat(realm.admin().sessions(userId)).hasSize(1);
        assertThat(client.active(tokens.getAccessToken())).isTrue();
        State state = new State();
        URI backTo = URI.create(realm.appServer().signedOutUrl());
        browser.open(client.signOut(tokens, backTo, state).toString());
        assertThat(browser.page().url()).isEqualTo(backTo + "?state=" + state.getValue());
        assertThat(realm.admin().sessions(userId)).isEmpty();
        assertThat(client.active(tokens.getAccessToken())).isFalse();
        refused(client.refresh(tokens.getRefreshToken()));
        browser.open(client.begin().address().toString());
        assertThat(browser.page().has("#kc-form-login"))
                .as("the next sign-in asks again")
                .isTrue();
    }

    private OIDCTokens signedIn() {
        LibraryClient.SignIn signIn = client.begin();
        return LibraryClient.granted(client.redeem(code(signIn), signIn.verifier()));
    }

    /** Fills the sign-in page in; the library looks at what the browser brings back. */
    private AuthorizationCode code(LibraryClient.SignIn signIn) {
        browser.open(signIn.address().toString());
        if (browser.page().has("#kc-form-login")) {
            browser.submit(
                    browser.page().one("#kc-form-login"),
                    Map.of("username", person.email(), "password", person.password()));
        }
        try {
            AuthenticationResponse response =
                    AuthenticationResponseParser.parse(URI.create(browser.page().url()));
            assertThat(response.indicatesSuccess()).as(browser.page().text()).isTrue();
            assertThat(response.getState()).isEqualTo(signIn.state());
            assertThat(response.getIssuer()).isEqualTo(client.provider().getIssuer());
            return response.toSuccessResponse().getAuthorizationCode();
        } catch (com.nimbusds.oauth2.sdk.ParseException notToTheStandard) {
            throw new AssertionError(notToTheStandard);
        }
    }

    /** Lets the last replacement of the token be longer ago than the realm allows a repeat. */
    private static void graceIsOver(RefreshToken token) {
        assertThat(realm.database()
                        .update(
                                "update keyward_refresh_chain set rotated_at = rotated_at - ? where id = ?",
                                GRACE_AND_MORE.toMillis(),
                                TokenAnswer.claims(token.getValue())
                                        .path("kw_chain")
                                        .asText()))
                .isEqualTo(1);
    }

    private static String jti(RefreshToken token) {
        return TokenAnswer.claims(token.getValue()).get("jti").asText();
    }

    private static void refused(TokenResponse response) {
        assertThat(response.indicatesSuccess()).isFalse();
        assertThat(response.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.INVALID_GRANT);
    }
}
