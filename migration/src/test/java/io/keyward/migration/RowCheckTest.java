package io.keyward.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RowCheckTest {

    private final RowCheck check = new RowCheck(Rows.options("--role", "Member=user", "--private-tld", "internal"));

    @Test
    void aGoodRowIsTakenAsItIs() throws Skipped {
        Account account = check.account(Rows.GOOD);

        assertThat(account)
                .isEqualTo(new Account(
                        UserId.of("Shop", "7", true),
                        "ada@example.org",
                        Optional.of(new PersonName("Ada Lovelace", Optional.empty())),
                        Role.USER,
                        true,
                        BcryptText.of(Rows.HASH),
                        Optional.of(Instant.parse("2024-02-29T11:30:00.250Z"))));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "id, -, bad-id",
                "email, -, bad-address",
                "email, ada, bad-address",
                "email, ada@localhost, bad-address",
                "email, '\"ada\"@example.org', bad-address",
                "email, 'ada@example.org,eve@example.org', bad-address",
                "email, \uFF41da@example.org, bad-address",
                "email, 'ada\u200B@example.org', bad-address",
                "name, 'Ada\uFFFD', bad-encoding",
                "name, 'Ada\u0000', bad-encoding",
                "role, owner, unknown-role",
                "is_verified, maybe, bad-flag",
                "password_hash, -, no-hash",
                "password_hash, secret, bad-hash",
                "password_hash, $2x$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW, bad-hash",
                "password_hash, $2a$03$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW, bad-hash",
                "password_hash, $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOe, bad-hash",
                "password_hash, $2a$16$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW, costly-hash",
                "created_at, yesterday, bad-date",
                "created_at, 2024-02-30, bad-date",
                "created_at, 1066-10-14, bad-date"
            })
    void aBrokenRowIsNamedByAWord(String column, String value, String word) {
        assertThatThrownBy(() -> check.account(Rows.with(column, value)))
                .isInstanceOfSatisfying(
                        Skipped.class,
                        skipped -> assertThat(skipped.reason().word()).isEqualTo(word));
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThat(reason(Rows.with("name", "x".repeat(256)))).isEqualTo(SkipReason.NAME_TOO_LONG);
        assertThat(reason(Rows.with("id", "x".repeat(256)))).isEqualTo(SkipReason.BAD_ID);
        assertThat(reason(Rows.with("email", "x".repeat(250) + "@example.org"))).isEqualTo(SkipReason.BAD_ADDRESS);
    }

    @Test
    void theFirstOfTwoCountsAndABrokenOneTakesNothingWithIt() throws Skipped {
        assertThat(reason(Rows.with("role", "owner"))).isEqualTo(SkipReason.UNKNOWN_ROLE);
        Account taken = check.account(Rows.GOOD);

        assertThat(taken.email()).isEqualTo("ada@example.org");
        assertThat(reason(Rows.with("id", "8"))).isEqualTo(SkipReason.DUPLICATE_ADDRESS);
        assertThat(reason(Rows.with("email", "other@example.org"))).isEqualTo(SkipReason.DUPLICATE_ID);
    }

    @Test
    void oneDomainInTwoSpellingsIsOneMailbox() throws Skipped {
        Account taken = check.account(Rows.with("email", "ada@bücher.example.org"));

        assertThat(taken.email()).isEqualTo("ada@bücher.example.org");
        SourceRow same = new SourceRow(2, 3, "8", null, "ADA@xn--bcher-kva.example.org", null, null, Rows.HASH, null);
        assertThat(reason(same)).isEqualTo(SkipReason.DUPLICATE_ADDRESS);
    }

    @Test
    void whatMayBeMissing() throws Skipped {
        SourceRow bare = new SourceRow(1, 2, "9", null, "bare@host.internal", null, null, Rows.HASH, null);
        Account account = check.account(bare);

        assertThat(account.verified()).isFalse();
        assertThat(account.role()).isEqualTo(Role.USER);
        assertThat(account.name()).isEmpty();
        assertThat(account.createdAt()).isEmpty();
    }

    @Test
    void options() throws Skipped {
        RowCheck other = new RowCheck(Rows.options("--split-names", "--without-password", "--new-ids"));
        SourceRow row = new SourceRow(
                1,
                2,
                "0B9E6F1C-2D7C-4E0F-8C11-9A5E2B7D4F60",
                "Augusta Ada King",
                "a@example.org",
                "ADMIN",
                "1",
                null,
                null);
        Account account = other.account(row);

        assertThat(account.name()).contains(new PersonName("Augusta Ada", Optional.of("King")));
        assertThat(account.role()).isEqualTo(Role.ADMIN);
        assertThat(account.hash()).isEmpty();
        assertThat(account.id()).isNotEqualTo(UUID.fromString(row.id()));
        assertThat(new RowCheck(Rows.options("--without-password")).account(row).id())
                .isEqualTo(UUID.fromString(row.id()));
        assertThat(check.account(Rows.with("role", "MEMBER")).role()).isEqualTo(Role.USER);
    }

    private SkipReason reason(SourceRow row) {
        try {
            check.account(row);
        } catch (Skipped skipped) {
            return skipped.reason();
        }
        throw new AssertionError("the row was taken");
    }
}
