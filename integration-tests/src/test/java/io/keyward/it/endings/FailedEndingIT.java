package io.keyward.it.endings;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Where what is open cannot be ended, the password is not changed either, whichever way it came: nobody believes to have shut out
 * a thief who is still there. A trigger of the database stands for whatever may fail.
 */
class FailedEndingIT {

    @RegisterExtension
    static final TestRealm realm = Footholds.realm();

    private final Person person = Person.ada();
    private String id;

    @BeforeEach
    void somebody() {
        id = realm.admin().createProvedUser(person);
        sql("create or replace function keyward_test_fails() returns trigger language plpgsql as "
                + "'begin raise exception ''made to fail by a test''; end'");
    }

    @AfterEach
    void everythingWorksAgain() {
        sql("drop function if exists keyward_test_fails() cascade");
    }

    @ParameterizedTest
    @EnumSource
    void theOldPasswordAndAllThatIsOpenStay(Way way) {
        List<Foothold> persons = Footholds.of(realm, person);
        sql(
                "create trigger keyward_test_fails before update on keyward_device_session for each row when (new.realm_id = '"
                        + realm.id() + "') execute function keyward_test_fails()");

        boolean said = refused(way);

        everythingWorksAgain();
        if (way != Way.ADMIN_DELETES) {
            // Keycloak (26.7) answers as if it had been deleted: ADR 16, limits.
            assertThat(said).as("whoever changes it is told").isTrue();
        }
        assertThat(realm.direct().password(person.email(), person.password()).status())
                .isEqualTo(200);
        assertThat(realm.direct().password(person.email(), Way.NEW_PASSWORD).error())
                .isEqualTo("invalid_grant");
        assertThat(Footholds.open(persons)).isEqualTo(persons);
    }

    private boolean refused(Way way) {
        try {
            way.change(realm, person, id);
            return false;
        } catch (AssertionError notDone) {
            return true;
        }
    }

    private static void sql(String statement) {
        realm.database().update(statement);
    }
}
