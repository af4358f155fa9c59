package io.keyward.emailverification.address;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.fuzz.Fuzz;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class EmailAddressFuzzTest {

    @Test
    void anAddressHoldsNothingThatBreaksAMailOrALog() {
        Fuzz.texts(
                text -> EmailAddress.parse(text, Set.of("test")).ifPresent(address -> {
                    String whole = address.localPart() + "@" + address.domain().ascii();
                    assertThat(whole.chars().noneMatch(Character::isISOControl)).isTrue();
                    assertThat(whole).doesNotContain(" ", "<", ">", ",", ";");
                    assertThat(address.domain().ascii()).matches("[\\x21-\\x7e]+");
                }),
                "ada@example.org",
                "a.b+c@sub.example.co.uk",
                "ада@пример.рф",
                "x@a.test");
    }
}
