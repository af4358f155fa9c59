package io.keyward.it.endings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.HttpBrowser;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Mail;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import java.util.Map;

/** A way to another password. */
enum Way {
    ADMIN_RESET {
        @Override
        void change(TestRealm realm, Person person, String userId) {
            realm.admin().setPassword(userId, NEW_PASSWORD);
        }
    },
    ADMIN_UPDATES_USER {
        @Override
        void change(TestRealm realm, Person person, String userId) {
            realm.admin().changeUser(userId, user -> credential(user, NEW_PASSWORD));
        }
    },
    ADMIN_DELETES_AND_SETS {
        @Override
        void change(TestRealm realm, Person person, String userId) {
            for (JsonNode credential : realm.admin().get("/users/" + userId + "/credentials")) {
                realm.admin()
                        .delete("/users/" + userId + "/credentials/"
                                + credential.get("id").asText());
            }
            realm.admin().setPassword(userId, NEW_PASSWORD);
        }
    },
    ADMIN_DELETES {
        @Override
        void change(TestRealm realm, Person person, String userId) {
            for (JsonNode credential : realm.admin().get("/users/" + userId + "/credentials")) {
                realm.admin()
                        .delete("/users/" + userId + "/credentials/"
                                + credential.get("id").asText());
            }
        }
    },
    REQUIRED_ACTION {
        @Override
        void change(TestRealm realm, Person person, String userId) {
            Visitor visitor = Footholds.parked(realm, person, userId, "UPDATE_PASSWORD");
            choose(visitor.browser());
            if (!visitor.signedIn()) {
                throw new AssertionError(visitor.page().text());
            }
            if (realm.app().refresh(visitor.tokens().refreshToken()).status() != 200) {
                throw new AssertionError("the sign-in that was asked for another password does not go on");
            }
        }
    },
    MAILED_ACTION {
        @Override
        void change(TestRealm realm, Person person, String userId) {
            realm.admin().put("/users/" + userId + "/execute-actions-email", Json.read("[\"UPDATE_PASSWORD\"]"));
            Mail mail = realm.mailbox().next(person.email());
            HttpBrowser browser = new HttpBrowser();
            browser.open(mail.link());
            browser.open(browser.page().one("a[href*=action-token]").absUrl("href"));
            choose(browser);
            if (!browser.page().text().contains("Your account has been updated")) {
                throw new AssertionError(browser.page().text());
            }
        }
    },
    RESET_LINK {
        @Override
        void change(TestRealm realm, Person person, String userId) {
            Visitor visitor = new Visitor(realm);
            visitor.forgot(person.email());
            Mail mail = realm.mailbox().next(person.email());
            while (!mail.link().contains("/reset-password/")) {
                mail = realm.mailbox().next(person.email());
            }
            visitor.choose(mail.link(), NEW_PASSWORD);
            if (!visitor.page().has("#keyward-reset-done")) {
                throw new AssertionError(visitor.page().text());
            }
        }
    };

    static final String NEW_PASSWORD = "Another-Battery-Staple-9";

    abstract void change(TestRealm realm, Person person, String userId);

    /** By the form of Keycloak's required action, or by ours: the fields have the same names. */
    static void choose(HttpBrowser browser) {
        browser.submit(
                browser.page().one("form:has(#password-new)"),
                Map.of("password-new", NEW_PASSWORD, "password-confirm", NEW_PASSWORD));
    }

    static void credential(ObjectNode user, String password) {
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", password)
                .put("temporary", false);
    }
}
