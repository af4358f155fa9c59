package io.keyward.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class ChangelogTest {

    private static TestDatabase database;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void entitiesAndTablesAgree() {
        assertThat(new KeywardJpaEntityProvider().getEntities()).isNotEmpty();
        assertThat(database.inTransaction(EntityManager::isOpen)).isTrue();
    }

    @Test
    void everyTableOfOursKnowsItsRealm() {
        String tables = "select table_name from information_schema.tables where table_schema = 'public'"
                + " and table_name not like 'databasechangelog%' and table_name not in ('user_entity', 'component')";
        List<List<String>> ours = database.rows(tables);
        assertThat(ours).isNotEmpty().allSatisfy(row -> assertThat(row.get(0)).startsWith("keyward_"));
        assertThat(database.rows("select table_name from information_schema.columns where column_name = 'realm_id'"
                        + " and is_nullable = 'NO'"))
                .containsAll(ours);
    }

    @Test
    void namesOfIndexesCarryThePrefix() {
        assertThat(database.rows("select indexname from pg_indexes where tablename like 'keyward%'"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get(0)).matches("(pk|uk|idx)_keyward_.+"));
    }

    @Test
    void tablesOfKeycloakAreNotReferredTo() {
        assertThat(database.rows("select conname from pg_constraint where contype = 'f'"))
                .isEmpty();
    }

    @Test
    void appliesAgainWithoutDoingAnything() throws Exception {
        String history = "select id, dateexecuted from databasechangelog_keyward order by orderexecuted";
        List<List<String>> before = database.rows(history);
        database.applyChangelog();
        assertThat(before).isNotEmpty();
        assertThat(database.rows(history)).isEqualTo(before);
    }
}
