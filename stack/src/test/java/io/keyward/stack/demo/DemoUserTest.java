package io.keyward.stack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class DemoUserTest {

    @Test
    void theThreeOfTheDemoAreFoundInTheirFile() {
        assertThat(DemoUser.in(Path.of("../realm-config/demo/keyward-users-0.json")))
                .extracting(DemoUser::about)
                .containsExactly("has the role admin", "has proved the address", "has to prove the address first");
    }
}
