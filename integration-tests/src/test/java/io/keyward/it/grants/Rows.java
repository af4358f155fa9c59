package io.keyward.it.grants;

import io.keyward.it.harness.RealmAdmin;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The ways of Keycloak 26.7 to tokens for a person. */
final class Rows {

    private final GrantClient client;
    private final RealmAdmin admin;

    Rows(GrantClient client, RealmAdmin admin) {
        this.client = client;
        this.admin = admin;
    }

    /** By sign-in in a browser or by password, and on from there by code and refresh token: what every realm has. */
    Stream<Row> common() {
        return Stream.of(
                new Row("authorization code", new BrowserGrant(client, "code")),
                new Row("authorization code in a session of proved time", session("code")),
                new Row("authorization code redeemed later", new LateCodeGrant(client)),
                new Row(
                        "prompt=none in a session of proved time",
                        session("code").with("prompt", "none")),
                new Row("implicit, token", new BrowserGrant(client, "token")),
                new Row("implicit, id_token token", new BrowserGrant(client, "id_token token")),
                new Row("implicit in a session of proved time", session("id_token token")),
                new Row(
                        "implicit, prompt=none in a session of proved time",
                        session("id_token token").with("prompt", "none")),
                new Row("hybrid, code id_token", new BrowserGrant(client, "code id_token")),
                new Row("hybrid, code token", new BrowserGrant(client, "code token")),
                new Row("hybrid, code id_token token", new BrowserGrant(client, "code id_token token")),
                new Row("hybrid in a session of proved time", session("code id_token token")),
                new Row("refresh", new RefreshGrant(client, "openid")),
                new Row("offline refresh", new RefreshGrant(client, "openid offline_access")),
                new Row("password", new PasswordGrant(client)));
    }

    /** The ways that a realm or a client has to open first. */
    Stream<Row> special(AuthenticationDevice phone, AssertionIssuer issuer) {
        return Stream.of(
                new Row("device", new DeviceGrant(client, false)),
                new Row("device, approved in proved time", new DeviceGrant(client, true)),
                new Row("CIBA", new CibaGrant(client, phone, false)),
                new Row("CIBA, approved in proved time", new CibaGrant(client, phone, true)),
                new Row("token exchange for an access token", new TokenExchangeGrant(client, "access_token")),
                new Row("token exchange for a refresh token", new TokenExchangeGrant(client, "refresh_token")),
                new Row("token exchange for an ID token", new TokenExchangeGrant(client, "id_token")),
                new Row("JWT bearer", new JwtBearerGrant(client, admin, issuer)),
                new Row("UMA ticket", new UmaGrant(client, true)),
                new Row("UMA by resource", new UmaGrant(client, false)),
                new Row("impersonation, then a code", new ImpersonationGrant(client, admin)));
    }

    /** Actions that an application may start, and that lead back to it with a code. */
    Stream<Row> actions() {
        return Stream.of(
                new Row("kc_action=VERIFY_EMAIL", action("VERIFY_EMAIL")),
                new Row("kc_action=VERIFY_EMAIL, cancelled", cancelledAction("VERIFY_EMAIL")),
                new Row("kc_action=UPDATE_EMAIL, cancelled", cancelledAction("UPDATE_EMAIL")));
    }

    /** Leaves no account proved, so it stands apart. */
    Row updateEmail() {
        return new Row("kc_action=UPDATE_EMAIL", action("UPDATE_EMAIL"));
    }

    /** Keycloak's legacy token exchange, where the server has it. @param operator may impersonate */
    Stream<Row> legacyExchange(GrantClient legacy, Account operator) {
        return Stream.of(
                new Row("legacy token exchange", new TokenExchangeGrant(legacy, "refresh_token")),
                new Row("legacy token exchange, requested_subject", new LegacyImpersonationGrant(legacy, operator)));
    }

    /** What an admin may do to an account without anybody having proved anything. */
    Stream<Row> adminDeeds() {
        Consumer<Account> flagOn = account -> admin.changeUser(account.id(), user -> user.put("emailVerified", true));
        Consumer<Account> flagOffAndOn = account -> {
            admin.changeUser(account.id(), user -> user.put("emailVerified", false));
            flagOn.accept(account);
        };
        Consumer<Account> disabledAndEnabled = account -> List.of(false, true)
                .forEach(enabled -> admin.changeUser(account.id(), user -> user.put("enabled", enabled)));
        return Stream.of(
                new Row("password, flag set by an admin", new Twisted(new PasswordGrant(client), flagOn)),
                new Row("code, flag set by an admin", new Twisted(new BrowserGrant(client, "code"), flagOn)),
                new Row(
                        "refresh, flag taken and set by an admin",
                        new Twisted(new RefreshGrant(client, "openid"), flagOffAndOn)),
                new Row("password, account re-enabled", new Twisted(new PasswordGrant(client), disabledAndEnabled)),
                new Row("code, account re-enabled", new Twisted(new BrowserGrant(client, "code"), disabledAndEnabled)),
                new Row(
                        "offline refresh, account re-enabled",
                        new Twisted(new RefreshGrant(client, "openid offline_access"), disabledAndEnabled)));
    }

    private BrowserGrant session(String responseType) {
        return new BrowserGrant(client, responseType).inSessionOfProvedTime();
    }

    private BrowserGrant action(String alias) {
        return new BrowserGrant(client, "code").with("kc_action", alias);
    }

    private BrowserGrant cancelledAction(String alias) {
        return action(alias).signingIn(SignIn::cancellingActions);
    }
}
