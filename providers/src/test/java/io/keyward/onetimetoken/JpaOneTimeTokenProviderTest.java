package io.keyward.onetimetoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.keyward.persistence.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class JpaOneTimeTokenProviderTest extends OneTimeTokenContract {

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.sql("truncate KEYWARD_ONE_TIME_TOKEN");
    }

    @Override
    <T> T inTransaction(Function<OneTimeTokenProvider, T> work) {
        return database.inTransaction(em -> work.apply(new JpaOneTimeTokenProvider(em)));
    }

    @Override
    void addUser(String userId) {
        database.sql("insert into USER_ENTITY values ('" + userId + "')");
    }

    @Override
    void loseUser(String userId) {
        database.sql("delete from USER_ENTITY where ID = '" + userId + "'");
    }

    @Override
    List<String> everythingStored() {
        return database.rows("select * from KEYWARD_ONE_TIME_TOKEN").stream()
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void aRollbackUndoesIt() {
        IssuedToken issued = issue();
        assertThatIllegalStateException()
                .isThrownBy(() -> inTransaction(tokens -> {
                    tokens.consume(realm(), issued.id(), "link");
                    throw new IllegalStateException("something else went wrong");
                }));
        assertThat(consume(issued)).isTrue();
    }

    @Test
    void keepsTokensOfFederatedUsersWhileTheirFederationIsThere() {
        String federation = UUID.randomUUID().toString();
        database.sql("insert into COMPONENT values ('" + federation + "')");
        IssuedToken issued = issue(new TokenRequest(
                realm(), "f:" + federation + ":ann", "verify-email", "a@example.org", Duration.ofDays(1), null, null));
        assertThat(purgeOrphans(10)).isZero();
        assertThat(byId(issued).pending()).isTrue();
        database.sql("delete from COMPONENT where ID = '" + federation + "'");
        assertThat(purgeOrphans(10)).isEqualTo(1);
    }
}
