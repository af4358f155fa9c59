package io.keyward.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class RealmImportTest {

    @Test
    void peopleAreAddedToTheDefinition() {
        assertThat(RealmImport.withUsers(
                        "{\"realm\": \"a\", \"roles\": {}\n}\n",
                        "{\"realm\": \"a\", \"users\": [{\"roles\": [\"x\"]}]}"))
                .isEqualTo("{\"realm\": \"a\", \"roles\": {},\n  \"users\": [{\"roles\": [\"x\"]}]\n}\n");
    }
}
