package io.keyward.devicesession.ending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccountEpochTest {

    @ParameterizedTest
    @CsvSource({
        // what was noted, what is now, ended?
        "0,   p@1000, 0,   p@1000, false",
        "0,   p@1000, 0,   p@2000, true",
        "0,   p@1000, 0,   q@1000, true",
        "0,   p@1000, 0,   -,      true",
        "0,   -,      0,   p@1000, false",
        "0,   -,      0,   -,      false",
        "100, -,      101, -,      true",
        "100, p@1000, 101, p@1000, true",
        // An administrator may set it back.
        "101, p@1000, 100, p@1000, false"
    })
    void anotherPasswordOrALaterNotBeforeEndsAndAFirstPasswordDoesNot(
            int notBefore, String password, int notBeforeNow, String passwordNow, boolean ended) {
        AccountEpoch noted = new AccountEpoch(notBefore, password, "u");

        assertThat(noted.endedBy(new AccountEpoch(notBeforeNow, passwordNow, "u")))
                .isEqualTo(ended);
    }

    @ParameterizedTest
    @CsvSource({"p@1763850000123, 1763850000", "-, 0", "p@null, 0", "'p@1000,q@3000', 3", "p@q@5000, 5"})
    void whenThePasswordWasChosen(String password, long seconds) {
        assertThat(new AccountEpoch(0, password, "u").passwordChosenAt()).isEqualTo(seconds);
    }

    @Test
    void itIsWrittenAndReadWithAnyIdOfAUser() {
        AccountEpoch epoch = new AccountEpoch(7, "p@1000", "f:4a:ada lovelace");
        UserWithId user = new UserWithId(epoch.userId());

        assertThat(AccountEpoch.read(epoch.value(), user)).isEqualTo(epoch);
        assertThat(AccountEpoch.read(epoch.value(), new UserWithId("another"))).isNull();
        assertThat(AccountEpoch.read(null, user)).isNull();
        assertThat(AccountEpoch.read("", user)).isNull();
        assertThat(AccountEpoch.read(epoch.value(), null)).isNull();
    }

    private static final class UserWithId extends org.keycloak.models.utils.UserModelDelegate {

        private final String id;

        private UserWithId(String id) {
            super(null);
            this.id = id;
        }

        @Override
        public String getId() {
            return id;
        }
    }
}
