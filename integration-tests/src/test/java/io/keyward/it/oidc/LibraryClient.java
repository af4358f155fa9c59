package io.keyward.it.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionRequest;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Token;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;

/**
 * An application on a client library that others have written and that knows nothing of Keycloak. All it is told is the
 * issuer; the rest it discovers. Every answer goes through the library's own parsers, which refuse what the standards do
 * not allow.
 */
final class LibraryClient {

    private final ClientID id;
    private final ClientAuthentication secret;
    private final URI callback;
    private final OIDCProviderMetadata provider;

    private LibraryClient(ClientID id, ClientAuthentication secret, URI callback, OIDCProviderMetadata provider) {
        this.id = id;
        this.secret = secret;
        this.callback = callback;
        this.provider = provider;
    }

    static LibraryClient discover(String issuer, String id, String secret, String callback)
            throws GeneralException, IOException {
        ClientID clientId = new ClientID(id);
        return new LibraryClient(
                clientId,
                new ClientSecretBasic(clientId, new Secret(secret)),
                URI.create(callback),
                OIDCProviderMetadata.resolve(new Issuer(issuer)));
    }

    OIDCProviderMetadata provider() {
        return provider;
    }

    /** A sign-in that begins. */
    record SignIn(URI address, CodeVerifier verifier, State state, Nonce nonce) {}

    SignIn begin() {
        CodeVerifier verifier = new CodeVerifier();
        State state = new State();
        Nonce nonce = new Nonce();
        AuthenticationRequest request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "profile", "email"), id, callback)
                .endpointURI(provider.getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build();
        return new SignIn(request.toURI(), verifier, state, nonce);
    }

    TokenResponse redeem(AuthorizationCode code, CodeVerifier verifier) {
        return tokens(new AuthorizationCodeGrant(code, callback, verifier));
    }

    TokenResponse refresh(RefreshToken token) {
        return tokens(new RefreshTokenGrant(token));
    }

    static OIDCTokens granted(TokenResponse response) {
        if (!response.indicatesSuccess()) {
            throw new AssertionError("No tokens: " + response.toErrorResponse().getErrorObject());
        }
        return ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
    }

    /** Verifies the signature by the realm's published keys, the issuer, the audience, the times and the nonce. */
    IDTokenClaimsSet verified(OIDCTokens tokens, Nonce nonce) throws Exception {
        return new IDTokenValidator(
                        provider.getIssuer(),
                        id,
                        JWSAlgorithm.RS256,
                        provider.getJWKSetURI().toURL())
                .validate(tokens.getIDToken(), nonce);
    }

    UserInfoResponse userInfo(AccessToken token) {
        return answer(() -> UserInfoResponse.parse(new UserInfoRequest(provider.getUserInfoEndpointURI(), token)
                .toHTTPRequest()
                .send()));
    }

    boolean active(Token token) {
        TokenIntrospectionResponse response = answer(() -> TokenIntrospectionResponse.parse(
                new TokenIntrospectionRequest(provider.getIntrospectionEndpointURI(), secret, token)
                        .toHTTPRequest()
                        .send()));
        return response.toSuccessResponse().isActive();
    }

    HTTPResponse revoke(Token token) {
        return answer(() -> new TokenRevocationRequest(provider.getRevocationEndpointURI(), secret, token)
                .toHTTPRequest()
                .send());
    }

    /** What the browser opens to sign out. */
    URI signOut(OIDCTokens tokens, URI backTo, State state) {
        return new LogoutRequest(provider.getEndSessionEndpointURI(), tokens.getIDToken(), backTo, state).toURI();
    }

    private TokenResponse tokens(AuthorizationGrant grant) {
        return answer(() ->
                OIDCTokenResponseParser.parse(new TokenRequest.Builder(provider.getTokenEndpointURI(), secret, grant)
                        .build()
                        .toHTTPRequest()
                        .send()));
    }

    private static <T> T answer(Exchange<T> exchange) {
        try {
            return exchange.run();
        } catch (MalformedURLException | ParseException notToTheStandard) {
            throw new AssertionError(notToTheStandard);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    private interface Exchange<T> {
        T run() throws IOException, ParseException;
    }
}
