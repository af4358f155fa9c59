package io.keyward.passwordpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RealmWordsTest {

    private static final RealmWords ACME = RealmWords.of("acme-bank", "<b>Acme</b> Bank of Ulm");

    private final Guess guess = new Guess(ACME::contains);

    @ParameterizedTest
    @ValueSource(strings = {"AcmeBank", "acmebank2026", "acmeacmeacmeacme", "bankacme!!", "1234Acme", "AcmeBankofUlm"})
    void whatIsMadeOfThemIsLikely(String password) {
        assertThat(guess.likely(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"my acme savings are safe", "acmeology prize", "of Ulm of Ulm or not"})
    void aSentenceThatHoldsOneIsNot(String password) {
        assertThat(guess.likely(password)).isFalse();
    }

    @Test
    void markupIsNoWord() {
        assertThat(ACME.words()).containsExactlyInAnyOrder("acme", "bank", "acmebank", "ulm", "acmebankofulm");
    }

    @Test
    void aRealmWithoutADisplayNameHasItsName() {
        assertThat(RealmWords.of("shop", null).words()).containsExactly("shop");
    }
}
