package io.keyward.passwordhash;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.fuzz.Fuzz;
import org.junit.jupiter.api.Test;

final class BcryptFuzzTest {

    @Test
    void whatIsReadIsWrittenAndReadAgain() {
        Fuzz.texts(
                text -> BcryptHash.parse(text).ifPresent(hash -> {
                    // The last characters of salt and digest have bits to spare, which nothing reads and which are
                    // written as 0.
                    String written = hash.text();
                    assertThat(written.substring(4, 28)).isEqualTo(text.substring(4, 28));
                    assertThat(written.substring(29, 59)).isEqualTo(text.substring(29, 59));
                    assertThat(BcryptHash.parse(written)).map(BcryptHash::text).hasValue(written);
                    assertThat(text).hasSize(60).matches("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");
                }),
                "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
                "$2b$12$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy");
    }
}
