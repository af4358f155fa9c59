package io.keyward.mailoutbox.sender;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.mailoutbox.MailAddress;
import io.keyward.mailoutbox.MailContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CleanTextTest {

    @ParameterizedTest
    @CsvSource({
        "'a\r\nBcc: x', 'a  Bcc: x'",
        "'a\0b', 'a b'",
        "'a\u2028b\u0085c\u007fd', 'a b c d'",
        "'a\uD800b', 'a\uFFFDb'",
        "'\uD83D\uDE00', '\uD83D\uDE00'",
        "'  a  ', a",
    })
    void aSubjectIsOneLine(String subject, String clean) {
        assertThat(CleanText.subject(subject)).isEqualTo(clean);
    }

    @Test
    void aLongSubjectIsCut() {
        assertThat(CleanText.subject("\uD83D\uDE00".repeat(100_000)))
                .endsWith("\uD83D\uDE00…")
                .matches(text -> text.codePointCount(0, text.length()) == CleanText.LONGEST_SUBJECT);
        assertThat(CleanText.subject("x".repeat(CleanText.LONGEST_SUBJECT))).hasSize(CleanText.LONGEST_SUBJECT);
        assertThat(CleanText.subject(null)).isEmpty();
    }

    @Test
    void aBodyKeepsItsLines() {
        assertThat(CleanText.content("s", "a\r\nb\tc\0d\uDC00e", null))
                .isEqualTo(new MailContent("s", "a\r\nb\tcd\uFFFDe", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann@example.org", "a+b@example.org", "\"quoted name\"@example.org"})
    void anAddressStaysAsItIs(String address) {
        assertThat(MailAddress.of(address, false)).contains(address);
    }

    @Test
    void aDomainBecomesAsciiAndALocalPartDoesNot() {
        assertThat(MailAddress.of("ann@exämple.org", false)).contains("ann@xn--exmple-cua.org");
        assertThat(MailAddress.of("änn@exämple.org", false)).isEmpty();
        assertThat(MailAddress.of("änn@exämple.org", true)).contains("änn@xn--exmple-cua.org");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "ann",
                "@",
                "a\r\nb@example.org",
                "ann@example.org\r\nRCPT TO:<x@y>",
                "ann@exam\0ple.org",
                "a\uD800@example.org",
                "ann@example.org>",
                "a b@example.org",
            })
    void whatIsNoneIsRefused(String address) {
        assertThat(MailAddress.of(address, true)).isEmpty();
        assertThat(MailAddress.of(address, false)).isEmpty();
    }

    @Test
    void aHundredThousandCharactersAreRefusedAtOnce() {
        assertThat(MailAddress.of("a".repeat(100_000) + "@example.org", true)).isEmpty();
        assertThat(MailAddress.of("a@" + "a.".repeat(50_000) + "org", true)).isEmpty();
    }
}
