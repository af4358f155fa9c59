package io.keyward.it.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token that comes back later than the grace allows ends the session, whoever of the two has brought it. */
class ReuseIT {

    private static final String ONLINE = "openid";
    private static final String OFFLINE = "openid offline_access";
    private static final Duration GRACE_AND_MORE = Duration.ofSeconds(20);

    @RegisterExtension
    static final TestRealm REALM = TestRealm.shipped().withClient(Clients.api());

    private final Person person = Person.ada();

    @BeforeEach
    void account() {
        REALM.admin().createProvedUser(person);
    }

    @ParameterizedTest
    @ValueSource(strings = {ONLINE, OFFLINE})
    void theGrandparent(String scope) {
        Line line = signIn(person, scope).refreshed(2);
        Line.refused(line.present(0));
        Ended.byReuse(REALM, person, line, "stale-lineage");
        assertThat(REALM.mailbox().next(person.email()).text()).doesNotContain(RefreshTokens.id(line.first()));
    }

    @ParameterizedTest
    @ValueSource(strings = {ONLINE, OFFLINE})
    void thePredecessorAfterTheGrace(String scope) {
        Line line = signIn(person, scope).refreshed(2);
        ledger().age(line.newest().refreshToken(), GRACE_AND_MORE);
        Line.refused(line.present(1));
        Ended.byReuse(REALM, person, line, "recent");
        REALM.mailbox().next(person.email());
    }

    @ParameterizedTest
    @ValueSource(strings = {ONLINE, OFFLINE})
    void aForkedChain(String scope) {
        Line line = signIn(person, scope).refreshed(1);
        ledger().fork(line.newest().refreshToken());
        Line.refused(line.present(1));
        Ended.byReuse(REALM, person, line, "orphaned-branch");
        REALM.mailbox().next(person.email());
    }

    /** Made up for is what the current token can have led to, and no more. */
    @Test
    void aTokenTwoStepsAheadOfTheLedger() {
        Line line = signIn(person, ONLINE).refreshed(2);
        ledger().backTo(line.first());
        Line.refused(line.present(2));
        Ended.byReuse(REALM, person, line, "orphaned-branch");
        REALM.mailbox().next(person.email());
    }

    @Test
    void manyReplaysAtOnceAreToldOnce() throws Exception {
        Line line = signIn(person, ONLINE).refreshed(2);
        List<TokenAnswer> replays = RotationIT.atOnce(20, line.first().refreshToken(), line);
        assertThat(replays).allSatisfy(Line::refused);
        Ended.byReuse(REALM, person, line, "stale-lineage");
        REALM.mailbox().next(person.email());

        // Whoever comes last in the queue of mails has seen all that were before.
        Person other = Person.ada();
        REALM.admin().createProvedUser(other);
        Line.refused(signIn(other, ONLINE).refreshed(2).present(0));
        REALM.mailbox().none(person.email(), other.email());
    }

    /** A request that is refused for reuse keeps waiting ones from being served, too. */
    @Test
    void theOtherSessionsOfThePersonGoOn() {
        Line stolen = signIn(person, ONLINE).refreshed(2);
        Line other = signIn(person, ONLINE).refreshed(1);
        Line.refused(stolen.present(0));
        Ended.byReuse(REALM, person, stolen, "stale-lineage");
        other.refreshed(1);
        assertThat(Clients.active(REALM, other.newest().accessToken())).isTrue();
    }

    @Test
    void theOfflineSessionOfTheSameSignInEndsToo() {
        Line offline = signIn(person, OFFLINE).refreshed(2);
        String session = RefreshTokens.session(offline.first().refreshToken());
        Line.refused(offline.present(0));
        assertThat(REALM.database()
                        .count("select count(*) from offline_user_session where user_session_id = ?", session))
                .as("sessions of that id, online and offline")
                .isZero();
    }

    @Test
    void aLineWithoutItsRowIsRefused() {
        Line line = signIn(person, ONLINE).refreshed(1);
        REALM.database()
                .update(
                        "delete from keyward_refresh_chain where id = ?",
                        RefreshTokens.chain(line.newest().refreshToken()));
        Line.refused(line.present(1));
    }

    @Test
    void theClientIsToldNoMoreThanOAuthSays() {
        Line line = signIn(person, ONLINE).refreshed(2);
        TokenAnswer replay = line.present(0);
        assertThat(replay.json().fieldNames()).toIterable().containsExactlyInAnyOrder("error", "error_description");
        assertThat(replay.errorDescription()).isEqualTo("Refresh token is no longer valid");
    }

    private static Line signIn(Person person, String scope) {
        return new Line(REALM.direct(), REALM.direct().password(person.email(), person.password(), scope));
    }

    private static Ledger ledger() {
        return new Ledger(REALM.keyward());
    }
}
