package io.keyward.it.sessionapi;

import static io.keyward.it.sessionapi.SessionStoryIT.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever ends a session, the API knows at the next call. */
class SingleSignOutIT {

    @RegisterExtension
    static final TestRealm realm = Apps.realm().withClient(Apps.spa());

    private final Person person = Person.ada();
    private final Front front = Front.of(realm);

    /** What an administrator can do about somebody's sessions. */
    enum Ending {
        ONE_SESSION {
            @Override
            void of(String user) {
                realm.admin()
                        .delete("/sessions/"
                                + realm.admin().sessions(user).get(0).get("id").asText());
            }
        },
        ALL_OF_THE_PERSON {
            @Override
            void of(String user) {
                realm.admin().send("POST", "/users/" + user + "/logout", null).ok();
            }
        },
        ALL_OF_THE_REALM {
            @Override
            void of(String user) {
                realm.admin().send("POST", "/logout-all", null).ok();
            }
        },
        ANOTHER_PASSWORD {
            @Override
            void of(String user) {
                realm.admin().setPassword(user, "Chosen-By-Somebody-Else-5");
            }
        },
        THE_ACCOUNT_DISABLED {
            @Override
            void of(String user) {
                realm.admin().changeUser(user, account -> account.put("enabled", false));
            }
        },
        THE_ACCOUNT_REMOVED {
            @Override
            void of(String user) {
                realm.admin().deleteUser(user);
            }
        };

        abstract void of(String user);
    }

    @ParameterizedTest
    @EnumSource
    void byAnAdministrator(Ending ending) {
        String user = realm.admin().createProvedUser(person);
        assertThat(front.login(person).status()).isEqualTo(200);
        assertSignedIn();

        ending.of(user);

        assertOver();
        // Still with cookies that mean nothing.
        assertThat(front.post("logout").status()).isEqualTo(200);
    }

    @Test
    void byAnotherApplicationInTheBrowser() {
        TokenAnswer other = signInAtBoth();
        front.browser()
                .open(realm.app().logoutUrl(other.idToken(), realm.appServer().signedOutUrl()));
        assertOver();
    }

    @Test
    void byAnotherApplicationWithoutABrowser() {
        TokenAnswer other = signInAtBoth();
        realm.app().logout(other.refreshToken()).ok();
        assertOver();
    }

    @Test
    void endsTheOtherApplicationsAsWell() {
        TokenAnswer other = signInAtBoth();
        assertThat(front.post("logout").status()).isEqualTo(200);
        assertOver();
        assertThat(realm.app().refresh(other.refreshToken()).status()).isEqualTo(400);
        assertThat(realm.app().userinfo(other.accessToken()).status()).isEqualTo(401);
    }

    /** The API's part of a session can end without the session. */
    @Test
    void byTakingTheRefreshTokenBack() {
        TokenAnswer other = signInAtBoth();
        String refreshToken = front.browser().cookie("refresh_token");
        realm.client(Apps.SPA, null).revoke(refreshToken).ok();
        assertOver();
        assertThat(realm.app().refresh(other.refreshToken()).status()).isEqualTo(200);
    }

    private TokenAnswer signInAtBoth() {
        realm.admin().createProvedUser(person);
        front.browser()
                .open(front.at(
                        "start?return_to=" + Http.encode(realm.appServer().url() + "/")));
        front.browser()
                .submit(
                        front.browser().page().one("#kc-form-login"),
                        Map.of("username", person.email(), "password", person.password()));
        assertSignedIn();
        Visitor visitor = new Visitor(realm, front.browser());
        visitor.openSignIn();
        assertThat(visitor.signedIn()).as("one sign-in for both").isTrue();
        return visitor.tokens();
    }

    private void assertSignedIn() {
        assertThat(front.get("me").status()).isEqualTo(200);
        assertThat(front.get("check").status()).isEqualTo(200);
        Answer refreshed = front.post("refresh", Json.object());
        assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(200);
    }

    private void assertOver() {
        refused(front.get("me"), 401, "not_signed_in");
        refused(front.get("check"), 401, "not_signed_in");
        refused(front.get("devices"), 401, "not_signed_in");
        Answer refreshed = front.post("refresh");
        assertThat(refreshed.status()).as(refreshed.body()).isEqualTo(401);
        assertThat(refreshed.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("eyJ"));
    }
}
