package io.keyward.emailverification.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.emailverification.address.MailRouting.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.validate.ValidatorConfig;

final class AddressCheckTest {

    private static final DisposableDomains DISPOSABLE =
            new DisposableDomains("throwaway.com\n".getBytes(StandardCharsets.US_ASCII));

    private final FakeMailRouting routing = new FakeMailRouting();

    @Test
    void anOrdinaryAddressWillDo() {
        assertThat(problem("ada@example.com", Map.of())).isNull();
        assertThat(routing.asked()).isZero();
    }

    @Test
    void syntaxComesBeforeEverything() {
        assertThat(problem("ada@throwaway", Map.of("allowed-domains", List.of("example.com"))))
                .isEqualTo("keywardAddressInvalid");
    }

    @Test
    void deniedDomainsCoverSubdomainsAndEverySpelling() {
        Map<String, Object> options = Map.of("denied-domains", List.of("Exämple.de", "*.evil.com", "@bad.org", ""));
        assertThat(List.of("a@exämple.de", "a@sub.xn--exmple-cua.de", "a@EVIL.com", "a@x.y.evil.com", "a@bad.org"))
                .allMatch(address -> "keywardAddressDomainDenied".equals(problem(address, options)));
        assertThat(List.of("a@notevil.com", "a@evil.com.de")).allMatch(address -> problem(address, options) == null);
    }

    @Test
    void allowedDomainsLeaveNothingElse() {
        Map<String, Object> options = Map.of("allowed-domains", List.of("example.com"));
        assertThat(problem("a@example.com", options)).isNull();
        assertThat(problem("a@mail.example.com", options)).isNull();
        assertThat(problem("a@badexample.com", options)).isEqualTo("keywardAddressDomainNotAllowed");
        assertThat(problem("a@example.com.evil.org", options)).isEqualTo("keywardAddressDomainNotAllowed");
    }

    @Test
    void denialOverrulesAllowance() {
        Map<String, Object> options =
                Map.of("allowed-domains", List.of("example.com"), "denied-domains", List.of("old.example.com"));
        assertThat(problem("a@old.example.com", options)).isEqualTo("keywardAddressDomainDenied");
    }

    @Test
    void emptyListsAreNoLists() {
        assertThat(problem("a@example.com", Map.of("allowed-domains", List.of(), "denied-domains", List.of(""))))
                .isNull();
    }

    @Test
    void listsMayBeWrittenAsOneString() {
        assertThat(problem("a@b.org", Map.of("denied-domains", "a.org##b.org")))
                .isEqualTo("keywardAddressDomainDenied");
        assertThat(problem("a@b.org", Map.of("denied-domains", "a.org, b.org")))
                .isEqualTo("keywardAddressDomainDenied");
    }

    @Test
    void disposableMailboxesAreRefusedUnlessTheRealmDoesNotMind() {
        assertThat(problem("a@sub.throwaway.com", Map.of())).isEqualTo("keywardAddressDisposable");
        assertThat(problem("a@throwaway.com", Map.of("disposable-domains", "false")))
                .isNull();
        assertThat(problem("a@throwaway.com", Map.of("disposable-domains", false)))
                .isNull();
        assertThat(problem("a@throwaway.com", Map.of("disposable-exceptions", List.of("throwaway.com"))))
                .isNull();
    }

    @Test
    void theDnsIsAskedLastAndOnlyWhereTheRealmWants() {
        routing.answers("example.com", Answer.NOWHERE);
        assertThat(problem("a@example.com", Map.of())).isNull();
        assertThat(problem("a@throwaway.com", Map.of("mx-lookup", true))).isEqualTo("keywardAddressDisposable");
        assertThat(routing.asked()).isZero();
        assertThat(problem("a@example.com", Map.of("mx-lookup", "true"))).isEqualTo("keywardAddressNoMailServer");
    }

    @Test
    void aSilentDnsLetsPeopleIn() {
        routing.answers("example.com", Answer.UNKNOWN);
        assertThat(problem("a@example.com", Map.of("mx-lookup", true))).isNull();
        routing.answers("example.com", Answer.SOMEWHERE);
        assertThat(problem("a@example.com", Map.of("mx-lookup", true))).isNull();
    }

    @Test
    void localPartsBeyondAsciiNeedAMailServerThatTakesThem() {
        assertThat(check(Map.of(), false).problemOf("josé@example.es")).contains("error-non-ascii-local-part-email");
        assertThat(check(Map.of(), true).problemOf("josé@example.es")).isEmpty();
        assertThat(check(Map.of(), false).problemOf("jose@exämple.de")).isEmpty();
    }

    private String problem(String address, Map<String, Object> options) {
        return check(options, true).problemOf(address).orElse(null);
    }

    private AddressCheck check(Map<String, Object> options, boolean utf8Mail) {
        return new AddressCheck(AddressPolicy.of(new ValidatorConfig(options)), DISPOSABLE, routing, utf8Mail);
    }
}
