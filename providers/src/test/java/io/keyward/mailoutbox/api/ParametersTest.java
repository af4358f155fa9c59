package io.keyward.mailoutbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.mailoutbox.MailQuery;
import io.keyward.mailoutbox.MailRecord;
import io.keyward.mailoutbox.MailStatus;
import io.keyward.mailoutbox.Urgency;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParametersTest {

    @ParameterizedTest
    @NullAndEmptySource
    void whatIsNotGivenIsNoFilter(String value) {
        assertThat(Parameters.given(value)).isNull();
        assertThat(Parameters.status(value)).isNull();
        assertThat(Parameters.purpose(value)).isNull();
        assertThat(Parameters.after(value)).isNull();
        assertThat(Parameters.size(value)).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "200, 200", "201, 200", "0, 1", "-5, 1", "99999999999999999999, 200"})
    void sizesAreBroughtBetweenOneAndTwoHundred(String value, int size) {
        assertThat(Parameters.size(value)).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", " 1", "١", "1e3"})
    void whatIsNoNumberIsRefused(String value) {
        refused("not-a-number", () -> Parameters.size(value));
    }

    @Test
    void statusesAreTheirWords() {
        for (MailStatus status : MailStatus.values()) {
            assertThat(Parameters.status(status.word())).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SENT", "sent ", "gone", "' or 1=1 --", "\0"})
    void noOtherStatusIsKnown(String value) {
        refused("unknown-status", () -> Parameters.status(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Password-Reset", "a b", "ä", "\0", "%", "x'"})
    void aPurposeHasItsForm(String value) {
        refused("not-a-purpose", () -> Parameters.purpose(value));
        refused("not-a-purpose", () -> Parameters.purpose("x".repeat(65)));
        assertThat(Parameters.purpose("keyward-new-device")).isEqualTo("keyward-new-device");
    }

    @Test
    void aPageGoesOnWhereTheLastOneEnded() {
        MailRecord last = record(Instant.ofEpochMilli(1_795_000_000_123L));
        assertThat(Parameters.after(Parameters.next(last))).isEqualTo(new MailQuery.Key(last.createdAt(), last.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.x", ".00000000-0000-0000-0000-000000000000", "9999999999999999.a", "\0"})
    void nothingElseIsAPage(String value) {
        refused("not-a-page", () -> Parameters.after(value));
    }

    @Test
    void aNulIsInNoUsersId() {
        assertThat(Parameters.possibleUser(null)).isTrue();
        assertThat(Parameters.possibleUser("f:ldap:ann")).isTrue();
        assertThat(Parameters.possibleUser("a\0")).isFalse();
    }

    private static void refused(String code, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        BadParameter.class, bad -> assertThat(bad.code()).isEqualTo(code));
    }

    private static MailRecord record(Instant createdAt) {
        String id = UUID.randomUUID().toString();
        return new MailRecord(
                id,
                null,
                null,
                "<" + id + "@h>",
                "p",
                Urgency.NORMAL,
                MailStatus.SENT,
                1,
                null,
                0,
                createdAt,
                null,
                null,
                null,
                null);
    }
}
