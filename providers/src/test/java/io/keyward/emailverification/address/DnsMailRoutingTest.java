package io.keyward.emailverification.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.keyward.emailverification.address.MailRouting.Answer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The JDK's DNS client against a real socket. */
final class DnsMailRoutingTest {

    private static final Duration LIMIT = Duration.ofSeconds(6);

    private LocalDns dns;

    @BeforeEach
    void start() throws IOException {
        dns = new LocalDns();
    }

    @AfterEach
    void stop() {
        dns.close();
    }

    @Test
    void aDomainWithMailServersTakesMail() {
        dns.mx("example.com", "mx1.example.com").mx("example.com", "mx2.example.com");
        assertThat(ask("example.com")).isEqualTo(Answer.SOMEWHERE);
    }

    @Test
    void aDomainWithAnAddressOnlyTakesMail() {
        dns.a("old.example.com").aaaa("new.example.com");
        assertThat(ask("old.example.com")).isEqualTo(Answer.SOMEWHERE);
        assertThat(ask("new.example.com")).isEqualTo(Answer.SOMEWHERE);
    }

    @Test
    void aNullMxTakesNoneEvenWithAnAddress() {
        dns.mx("example.com", "").a("example.com");
        assertThat(ask("example.com")).isEqualTo(Answer.NOWHERE);
    }

    @Test
    void aDomainWithoutAnythingTakesNone() {
        dns.empty("example.com");
        assertThat(ask("example.com")).isEqualTo(Answer.NOWHERE);
    }

    @Test
    void aDomainThatIsNotThereTakesNone() {
        assertThat(ask("nowhere.example")).isEqualTo(Answer.NOWHERE);
    }

    @Test
    void anInternationalDomainIsAskedForInAscii() {
        dns.mx("xn--exmple-cua.de", "mx.example.com");
        assertThat(ask("exämple.de")).isEqualTo(Answer.SOMEWHERE);
    }

    @Test
    void troubleIsNoAnswer() {
        dns.fails("servfail.example", LocalDns.SERVFAIL).fails("refused.example", LocalDns.REFUSED);
        dns.garbles("garbage.example");
        assertThat(ask("servfail.example")).isEqualTo(Answer.UNKNOWN);
        assertThat(ask("refused.example")).isEqualTo(Answer.UNKNOWN);
        assertThat(new DnsMailRouting(dns.address()).ask(domain("garbage.example"), Duration.ofMillis(300)))
                .isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void aSilentServerIsNotWaitedForLong() {
        dns.ignores("silent.example");
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(
                                new DnsMailRouting(dns.address()).ask(domain("silent.example"), Duration.ofMillis(300)))
                        .isEqualTo(Answer.UNKNOWN));
    }

    @Test
    void aServerThatIsNotThereIsNoAnswer() {
        dns.close();
        assertThat(new DnsMailRouting(dns.address()).ask(domain("example.com"), Duration.ofMillis(300)))
                .isEqualTo(Answer.UNKNOWN);
    }

    private Answer ask(String name) {
        return new DnsMailRouting(dns.address()).ask(domain(name), LIMIT);
    }

    private static DomainName domain(String name) {
        return DomainName.of(name).orElseThrow();
    }
}
