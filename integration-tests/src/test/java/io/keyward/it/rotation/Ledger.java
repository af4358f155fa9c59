package io.keyward.it.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.it.harness.Keyward;
import io.keyward.it.harness.TokenAnswer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The rows behind refresh tokens: time passes for them, and they can be held. */
final class Ledger {

    private final Keyward keyward;

    Ledger(Keyward keyward) {
        this.keyward = keyward;
    }

    /** Lets the last replacement in the token's line be so much longer ago. */
    void age(String refreshToken, Duration by) {
        assertThat(keyward.database()
                        .update(
                                "update keyward_refresh_chain set rotated_at = rotated_at - ? where id = ?",
                                by.toMillis(),
                                RefreshTokens.chain(refreshToken)))
                .as("lines of the token")
                .isEqualTo(1);
    }

    /** Another token is current in the line: what this one's holder has is a branch. */
    void fork(String refreshToken) {
        assertThat(keyward.database()
                        .update(
                                "update keyward_refresh_chain set current_hash = repeat('0', 64) where id = ?",
                                RefreshTokens.chain(refreshToken)))
                .isEqualTo(1);
    }

    /** The row is what it was when this token was current: what a crash of the database may do. */
    void backTo(TokenAnswer answer) {
        assertThat(keyward.database()
                        .update(
                                "update keyward_refresh_chain set generation = ?, previous_hash = null,"
                                        + " current_hash = encode(sha256(convert_to(?, 'UTF8')), 'hex') where id = ?",
                                RefreshTokens.generation(answer),
                                RefreshTokens.id(answer),
                                RefreshTokens.chain(answer.refreshToken())))
                .isEqualTo(1);
    }

    int generation(String refreshToken) {
        return (int) keyward.database()
                .count("select generation from keyward_refresh_chain where id = ?", RefreshTokens.chain(refreshToken));
    }

    /** Why the line was ended; empty while it goes on. */
    List<String> ending(String refreshToken) {
        return keyward.database()
                .strings(
                        "select end_reason from keyward_refresh_chain where id = ? and ended_at is not null",
                        RefreshTokens.chain(refreshToken));
    }

    long linesOfSession(String refreshToken) {
        return keyward.database()
                .count(
                        "select count(*) from keyward_refresh_chain where user_session_id = ?",
                        RefreshTokens.session(refreshToken));
    }

    /** Holds the row of the token's line while the work runs, as a transaction under way would. */
    void whileHeld(String refreshToken, Runnable work) {
        try (Connection connection = keyward.stack().database().connect()) {
            connection.setAutoCommit(false);
            try (PreparedStatement lock =
                    connection.prepareStatement("select 1 from keyward_refresh_chain where id = ? for update")) {
                lock.setString(1, RefreshTokens.chain(refreshToken));
                assertThat(lock.executeQuery().next()).isTrue();
                work.run();
            } finally {
                connection.rollback();
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Returns when so many transactions wait for rows of the ledger. */
    void awaitWaiting(int transactions) {
        await("transactions that wait for the ledger")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> keyward.database()
                                .count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
                                        + " and query ilike '%keyward_refresh_chain%'"),
                        waiting -> waiting >= transactions);
    }
}
