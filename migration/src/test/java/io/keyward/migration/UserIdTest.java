package io.keyward.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

final class UserIdTest {

    @Test
    void isMadeAsOthersMakeIt() {
        // select uuid_generate_v5('5b0f4d0e-6d0a-4b0e-9f57-0d7a3a3f8d11', 'shop/42')
        assertThat(UserId.of("shop", "42", true)).isEqualTo(UUID.fromString("8088baf5-a9dc-549f-bd38-7d555edbc116"));
    }

    @Test
    void dependsOnRealmAndRowAlone() {
        assertThat(UserId.of("shop", "42", true))
                .isEqualTo(UserId.of("shop", "42", false))
                .isNotEqualTo(UserId.of("shop", "43", true))
                .isNotEqualTo(UserId.of("other", "42", true));
        assertThat(UserId.of("shop", "42", true).version()).isEqualTo(5);
        assertThat(UserId.of("shop", "42", true).variant()).isEqualTo(2);
    }

    @Test
    void aUuidStaysIfAsked() {
        String id = "0b9e6f1c-2d7c-4e0f-8c11-9a5e2b7d4f60";
        assertThat(UserId.of("shop", id, true)).isEqualTo(UUID.fromString(id));
        assertThat(UserId.of("shop", id, false)).isNotEqualTo(UUID.fromString(id));
        assertThat(UserId.of("shop", "1-1-1-1-1", true).version()).isEqualTo(5);
    }
}
