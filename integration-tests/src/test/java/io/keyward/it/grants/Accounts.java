package io.keyward.it.grants;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.RealmAdmin;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** Makes accounts, and makes them what a row of the matrix needs. */
final class Accounts {

    private final RealmAdmin admin;
    private final GrantClient client;

    Accounts(RealmAdmin admin, GrantClient client) {
        this.admin = admin;
        this.client = client;
    }

    /** A new account with an address that is not proved. */
    Account unproved() {
        Person person = Person.ada();
        return read(admin.createUser(person, false), person);
    }

    Account proved() {
        Account account = unproved();
        admin.vouch(account.id());
        return account;
    }

    /** A new account that never had an address. */
    Account withoutAddress() {
        Person person = Person.ada();
        ObjectNode user = Json.object()
                .put("username", "u-" + person.email().split("@")[0])
                .put("firstName", person.firstName())
                .put("lastName", person.lastName())
                .put("enabled", true);
        user.putArray("credentials").addObject().put("type", "password").put("value", person.password());
        return read(admin.createUser(user), person);
    }

    /** A new account of this kind, which has a history where the kind needs one. */
    Account of(UserKind kind) {
        return switch (kind) {
            case UNPROVED -> unproved();
            case NO_ADDRESS -> withoutAddress();
            case PROVED -> proved();
            case CHANGED_BY_ADMIN, CHANGED_BY_USER -> turn(proved(), kind);
        };
    }

    /** The account, proved so far, when it has become of this kind. */
    Account turn(Account account, UserKind kind) {
        switch (kind) {
            case UNPROVED -> admin.voidProof(account.id());
            case NO_ADDRESS -> admin.changeUser(account.id(), user -> user.put("email", ""));
            case CHANGED_BY_ADMIN ->
                // The flag goes along as the console sends it.
                admin.changeUser(account.id(), user -> user.put("email", changedAddress(account)));
            case CHANGED_BY_USER -> changeByUser(account);
            case PROVED -> {}
        }
        return read(account.id(), account.person());
    }

    static String changedAddress(Account account) {
        return "changed." + account.person().email();
    }

    /** In the account console's way, or by the action that takes its place where the realm has it. */
    private void changeByUser(Account account) {
        if (admin.requiredAction("UPDATE_EMAIL").get("enabled").asBoolean()) {
            new SignIn(new Agent(), account)
                    .withNewAddress(changedAddress(account))
                    .walk(client.authorization(Map.of("kc_action", "UPDATE_EMAIL"))
                            .url());
        } else {
            ObjectNode profile = Json.object()
                    .put("username", account.username())
                    .put("firstName", account.person().firstName())
                    .put("email", changedAddress(account));
            Http.send(Http.request(client.realmUrl() + "/account")
                            .header(
                                    "Authorization",
                                    "Bearer " + client.tokens(account, "openid").accessToken())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(profile.toString())))
                    .ok();
        }
        JsonNode user = admin.get("/users/" + account.id());
        if (!changedAddress(account).equals(user.path("email").asText())) {
            throw new AssertionError("The user could not change the address: " + user);
        }
    }

    private Account read(String id, Person person) {
        JsonNode user = admin.get("/users/" + id);
        return new Account(id, user.get("username").asText(), user.path("email").asText(null), person);
    }
}
