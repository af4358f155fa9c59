package io.keyward.devicesession.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.onetimetoken.TokenHash;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DerivedIdTest {

    @Test
    void aSuccessorIsTheSameHoweverOftenItIsAskedFor() {
        assertThat(DerivedId.successor("chain", TokenHash.of("token")))
                .isEqualTo(DerivedId.successor("chain", TokenHash.of("token")))
                .hasSize(43)
                .matches("[A-Za-z0-9_-]+");
    }

    /** Every token in the wild hangs on this: a new version that derives otherwise signs everybody out at once. */
    @Test
    void theDerivationStaysWhatItIs() {
        assertThat(DerivedId.successor("0f8fad5b-d9cb-469f-a165-70867728950e", TokenHash.of("onrtac:1b4e28ba")))
                .isEqualTo("oLAry0rXXc8zcKYsnF_m5y7bncANKSRvki3bthnFsUI");
        assertThat(DerivedId.adoptedChain("session", "client", "line", "token"))
                .isEqualTo("AQWBkJK8XwY7ysX7yDfJ5XM6tEMPmSHnL4NlfCqTOTM");
    }

    @Test
    void everyTokenAndEveryLineHasItsOwn() {
        Set<String> ids = new HashSet<>();
        List<String[]> presented = List.of(
                new String[] {"chain", "token"},
                new String[] {"chain", "other"},
                new String[] {"other", "token"},
                new String[] {"chai", "ntoken"},
                new String[] {"chain:5:token", ""});
        presented.forEach(pair -> ids.add(DerivedId.successor(pair[0], TokenHash.of(pair[1]))));
        assertThat(ids).hasSize(presented.size());
    }

    @Test
    void tokensOfOneCodeExchangeAreOfOneLine() {
        assertThat(DerivedId.adoptedChain("session", "client", "line", "first"))
                .isEqualTo(DerivedId.adoptedChain("session", "client", "line", "second"))
                .isNotEqualTo(DerivedId.adoptedChain("session", "client", "other", "first"))
                .isNotEqualTo(DerivedId.adoptedChain("session", "other", "line", "first"))
                .isNotEqualTo(DerivedId.adoptedChain("other", "client", "line", "first"))
                .hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void tokensThatNothingTellsApartBeginLinesOfTheirOwn() {
        assertThat(DerivedId.adoptedChain("session", "client", null, "first"))
                .isEqualTo(DerivedId.adoptedChain("session", "client", null, "first"))
                .isNotEqualTo(DerivedId.adoptedChain("session", "client", null, "second"))
                .isNotEqualTo(DerivedId.adoptedChain("session", "client", "first", "second"));
    }
}
