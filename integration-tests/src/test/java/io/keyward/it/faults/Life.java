package io.keyward.it.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.faults.Window.Reply;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TokenAnswer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** One person from the first page to the last sign-out; each request goes to another node than the one before. */
final class Life {

    private static final Set<String> FROM_MEMORY = Set.of("email_not_verified", "invalid_credentials");

    private final Town town;
    private final Tally tally;
    private final Window window;
    private final Person person = Person.ada();

    Life(Town town, Tally tally) {
        this.town = town;
        this.tally = tally;
        this.window = town.window(tally);
    }

    void live() {
        expect(
                201,
                "register",
                window.post("register", credentials(person.password()).put("name", "Ada Lovelace")));
        String link = town.mail(person, "/verify/", tally);
        if (link == null) {
            return;
        }
        // A repeated request finds the link used: by this person, a moment ago.
        expectOnceOr("verify", window.get("verify/" + link), "link_invalid");
        signIn(person.password());
        use();
        String access = window.cookie("access_token");
        String refresh = window.cookie("refresh_token");
        Person changed = forget();
        if (changed == null) {
            return;
        }
        town.ended(access, refresh, tally);
        theOldPasswordIsRefused();
        signIn(changed.password());
        use();
        String last = window.cookie("access_token");
        String lastRefresh = window.cookie("refresh_token");
        expect(200, "logout", window.post("logout", Json.object()));
        town.ended(last, lastRefresh, tally);
        tally.stories.increment();
    }

    /** A node that goes by what it remembers says no to a new proof or password; whoever asks again meets the other node. */
    private void signIn(String password) {
        Reply reply = window.post("login", credentials(password));
        if (FROM_MEMORY.contains(code(reply))) {
            tally.refusedFromMemory.increment();
            reply = window.post("login", credentials(password));
        }
        expect(200, "login", reply);
    }

    /** By somebody else, who knew it. */
    private void theOldPasswordIsRefused() {
        Reply reply = town.window(tally).post("login", credentials(person.password()));
        if (reply.status() == 200) {
            tally.oldPasswordsTaken.increment();
        } else {
            expect(401, "login with the old password", reply);
        }
    }

    /** Everything here needs the session: an answer that knows of none is a session lost. */
    private void use() {
        for (String call : new String[] {"me", "check", "devices"}) {
            alive(call, window.get(call));
        }
        alive("refresh", window.post("refresh", Json.object()));
        twoTabs();
        alive("me", window.get("me"));
    }

    /** Both send the same refresh token at the same moment: they must get the same one. */
    private void twoTabs() {
        String token = window.cookie("refresh_token");
        CompletableFuture<TokenAnswer> other = CompletableFuture.supplyAsync(() -> town.refresh(1, token));
        TokenAnswer one = town.refresh(0, token);
        TokenAnswer two = other.join();
        if (one.json().has("refresh_token") && two.json().has("refresh_token") && !id(one).equals(id(two))) {
            tally.doubleSuccessors.increment();
        }
        // The window still holds the replaced one; within the grace it gets the same successor.
        alive("refresh", window.post("refresh", Json.object()));
    }

    private Person forget() {
        JsonNode whom = Json.object().put("email", person.email());
        expect(200, "forgot-password", window.post("forgot-password", whom));
        String link = town.mail(person, "/reset-password/", tally);
        if (link == null) {
            return null;
        }
        Person changed = person.withPassword("Another-" + person.password());
        expectOnceOr(
                "reset-password",
                window.post("reset-password/" + link, Json.object().put("password", changed.password())),
                "link_invalid");
        return changed;
    }

    private com.fasterxml.jackson.databind.node.ObjectNode credentials(String password) {
        return Json.object().put("email", person.email()).put("password", password);
    }

    private void alive(String call, Reply reply) {
        if (reply.status() == 401
                && Set.of("not_signed_in", "invalid_refresh_token").contains(code(reply))) {
            tally.sessionsLost.increment();
            throw new Lost(call);
        }
        expect(200, call, reply);
    }

    private void expectOnceOr(String call, Reply reply, String alreadyDone) {
        if (reply.repeated() && reply.status() == 400 && code(reply).equals(alreadyDone)) {
            return;
        }
        expect(200, call, reply);
    }

    private static void expect(int status, String call, Reply reply) {
        if (reply.status() != status) {
            throw new AssertionError(call + " was answered with " + reply.status() + " " + code(reply));
        }
    }

    private static String code(Reply reply) {
        return reply.answer().json().path("code").asText();
    }

    private static String id(TokenAnswer tokens) {
        return TokenAnswer.claims(tokens.refreshToken()).get("jti").asText();
    }

    /** A session that nobody ended was not there. */
    static final class Lost extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Lost(String call) {
            super("no session at " + call);
        }
    }
}
