package io.keyward.devicesession.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.fuzz.Fuzz;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class NamesFuzzTest {

    @Test
    void aNameThatIsTakenCanBeShownAndIsTakenAgain() {
        Fuzz.texts(
                text -> {
                    try {
                        String name = DeviceName.of(text).value();
                        if (name != null) {
                            assertThat(name.codePointCount(0, name.length())).isBetween(1, 60);
                            assertThat(name.chars().noneMatch(Character::isISOControl))
                                    .isTrue();
                            assertThat(DeviceName.of(name).value()).isEqualTo(name);
                        }
                    } catch (BadInput refused) {
                        assertThat(refused).isNotNull();
                    }
                },
                "Work laptop",
                "Zoë's 💻",
                "e\u0301cole");
    }

    @Test
    void aBodyIsReadOrRefused() {
        Fuzz.texts(
                text -> {
                    try {
                        JsonBody body = JsonBody.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
                        assertThat(body.text("name"))
                                .satisfies(name -> assertThat(text).isNotEmpty());
                    } catch (BadInput refused) {
                        assertThat(refused).isNotNull();
                    }
                },
                "{\"name\": \"Work laptop\"}",
                "{\"name\": null}",
                "{\"name\": [[[[]]]]}");
    }
}
