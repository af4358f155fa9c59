package io.keyward.passwordhash;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.fuzz.Fuzz;
import org.junit.jupiter.api.Test;

final class BcryptFuzzTest {

    @Test
    void whatIsReadIsWrittenTheSame() {
        Fuzz.texts(
                text -> BcryptHash.parse(text).ifPresent(hash -> {
                    assertThat(hash.text().substring(4)).isEqualTo(text.substring(4));
                    assertThat(text).hasSize(60).matches("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}");
                }),
                "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy",
                "$2b$12$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy");
    }
}
