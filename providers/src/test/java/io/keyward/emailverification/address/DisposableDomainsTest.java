package io.keyward.emailverification.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DisposableDomainsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"mailinator.com", "MAILINATOR.com", "any.sub.mailinator.com", "guerrillamail.com", "yopmail.com"
            })
    void findsThrowAwayMailboxesAndTheirSubdomains(String domain) {
        assertThat(shippedListHas(domain)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gmail.com",
                "googlemail.com",
                "outlook.com",
                "hotmail.com",
                "live.com",
                "yahoo.com",
                "icloud.com",
                "privaterelay.appleid.com",
                "duck.com",
                "mozmail.com",
                "proton.me",
                "fastmail.com",
                "posteo.de",
                "mailbox.org",
                "gmx.de",
                "gmx.net",
                "web.de",
                "t-online.de",
                "free.fr",
                "laposte.net",
                "yandex.ru",
                "mail.ru",
                "qq.com",
                "163.com",
                "naver.com",
                "zoho.com",
                "example.com",
                "example.test",
                "com",
                "co.uk",
                "github.io"
            })
    void sparesProvidersThatPeopleLiveWith(String domain) {
        assertThat(shippedListHas(domain)).isFalse();
    }

    @Test
    void isSortedAsciiWithoutCoveredNames() throws IOException {
        List<String> names = shippedNames();
        assertThat(names).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(100_000);
        assertThat(names).allMatch(name -> name.matches("[a-z0-9_-]+(\\.[a-z0-9_-]+)+"));
    }

    @Test
    void findsEveryNameOfASmallList() {
        DisposableDomains list =
                new DisposableDomains("a.com\naa.com\nab.com\nb.com\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(List.of("a.com", "aa.com", "ab.com", "b.com", "x.b.com")).allMatch(name -> has(list, name));
        assertThat(List.of("0.com", "a.co", "a.comm", "ac.com", "c.com", "com")).noneMatch(name -> has(list, name));
        assertThat(has(new DisposableDomains(new byte[0]), "a.com")).isFalse();
    }

    private static boolean shippedListHas(String name) {
        return has(DisposableDomains.shipped(), name);
    }

    private static boolean has(DisposableDomains list, String name) {
        return list.contains(DomainName.of(name).orElseThrow());
    }

    private static List<String> shippedNames() throws IOException {
        try (InputStream list = DisposableDomains.class.getResourceAsStream("disposable-domains.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        }
    }
}
