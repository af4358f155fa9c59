package io.keyward.emailverification.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.com",
                "Ada.Lovelace+keyward@Mail.Example.COM",
                "o'brien_{x}!#$%&*/=?^`|~-@example.org",
                "1@example.travel",
                "ada@exämple.de",
                "ada@xn--exmple-cua.de",
                "ada@例え.jp",
                "用户@example.cn",
                "josé@example.es",
                "ada@a-b.co.uk"
            })
    void accepts(String value) {
        assertThat(EmailAddress.parse(value, Set.of())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "@example.com",
                "ada@",
                "ada@@example.com",
                "a@b@example.com",
                ".ada@example.com",
                "ada.@example.com",
                "a..da@example.com",
                "ada@example..com",
                "ada@example.com.",
                "ada@-example.com",
                "ada@example-.com",
                "ada@example",
                "ada@localhost",
                "ada@example.con",
                "ada@example.test",
                "ada@192.0.2.1",
                "ada@[192.0.2.1]",
                "ada@[IPv6:2001:db8::1]",
                "\"ada lovelace\"@example.com",
                "\"ada@evil.example, bob\"@example.com",
                "Ada <ada@example.com>",
                "ada@example.com,bob@example.com",
                "ada@example.com;bob@example.com",
                " ada@example.com",
                "ada@example.com ",
                "ada @example.com",
                "ada\u00a0b@example.com",
                "<script>@example.com",
                "ada@exa<b>mple.com",
                "ada@example.com?cc=bob",
                "ada@example.com#x",
                "${jndi:ldap://x}@example.com",
                "ada@${jndi:ldap://x}.com",
                "%s%n@@example.com"
            })
    void refuses(String value) {
        assertThat(EmailAddress.parse(value, Set.of())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatIsUnseenOrReadsAsAnother(String value) {
        assertThat(EmailAddress.parse(value, Set.of())).isEmpty();
    }

    static Stream<String> refusesWhatIsUnseenOrReadsAsAnother() {
        return Stream.of(
                "ada@example.com\r\nBcc: bob@example.com",
                "ada\r\n@example.com",
                "ada\n@example.com",
                "ada\t@example.com",
                "ada\0@example.com",
                "ada@exam\0ple.com",
                "ada\u007f@example.com",
                "ada\u0085@example.com",
                "ada\u2028@example.com",
                "ada\u3000@example.com",
                "ada\u200b@example.com",
                "ada\u202e@example.com",
                "ada\ufeff@example.com",
                "ada@exam\u00adple.com",
                "ada\ud800@example.com",
                "ada@\udc00example.com",
                "ada\ue000@example.com",
                // Folds to an ASCII letter: full width, the Kelvin sign, a decomposed accent.
                "\uff41da@example.com",
                "ada@\uff45xample.com",
                "ada\uff20example.com",
                "\u212aelvin@example.com",
                "jose\u0301@example.es",
                "ada@example\u3002com");
    }

    @Test
    void refusesWhatIsTooLongWithoutTakingLong() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@example.com", Set.of()))
                .isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@example.com", Set.of()))
                .isEmpty();
        assertThat(EmailAddress.parse("a@" + "b".repeat(64) + ".com", Set.of())).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b.".repeat(126) + "com", Set.of()))
                .isEmpty();
        assertThat(EmailAddress.parse("a".repeat(10_240) + "@example.com", Set.of()))
                .isEmpty();
        assertThat(EmailAddress.parse("a@" + "b.".repeat(5_000) + "com", Set.of()))
                .isEmpty();
        assertThat(EmailAddress.parse("@".repeat(10_240), Set.of())).isEmpty();
        assertThat(EmailAddress.parse("", Set.of())).isEmpty();
    }

    @Test
    void countsOctetsNotCharacters() {
        String longest =
                "a@" + "b".repeat(60) + "." + "c".repeat(60) + "." + "d".repeat(60) + "." + "e".repeat(60) + ".com";
        assertThat(EmailAddress.parse(longest, Set.of())).isPresent();
        assertThat(EmailAddress.parse("äöüäöüäöüä" + longest, Set.of())).isEmpty();
    }

    @Test
    void acceptsPrivateTopLevelDomainsWhereTheRealmNamesThem() {
        assertThat(EmailAddress.parse("ada@example.test", Set.of("test"))).isPresent();
        assertThat(EmailAddress.parse("ada@mail.corp.internal", Set.of("test", "internal")))
                .isPresent();
        assertThat(EmailAddress.parse("ada@example.com", Set.of("test"))).isPresent();
        assertThat(EmailAddress.parse("ada@test", Set.of("test"))).isEmpty();
        assertThat(EmailAddress.parse("ada@example.internal", Set.of("test"))).isEmpty();
    }

    @Test
    void spellsTheDomainInOneWay() {
        assertThat(domainOf("ada@EXÄMPLE.de")).isEqualTo(domainOf("ada@xn--exmple-cua.DE"));
    }

    @Test
    void knowsWhichAddressesNeedUtf8Mail() {
        assertThat(EmailAddress.parse("josé@example.es", Set.of())).get().matches(EmailAddress::needsUtf8Mail);
        assertThat(EmailAddress.parse("jose@exämple.de", Set.of())).get().matches(address -> !address.needsUtf8Mail());
    }

    private static DomainName domainOf(String value) {
        return EmailAddress.parse(value, Set.of()).orElseThrow().domain();
    }
}
