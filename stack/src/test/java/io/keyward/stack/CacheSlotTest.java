package io.keyward.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheSlotTest {

    @TempDir
    private Path folder;

    @Test
    void isMadeOnce() {
        AtomicInteger made = new AtomicInteger();
        CacheSlot slot = new CacheSlot(folder, "a");
        slot.get(target -> made.incrementAndGet());
        slot.get(target -> made.incrementAndGet());
        assertThat(made).hasValue(1);
    }

    @Test
    void isMadeAnewAfterAFailure() {
        CacheSlot slot = new CacheSlot(folder, "a");
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> slot.get(target -> {
                    write(target.resolve("half"));
                    throw new StackException("interrupted");
                }));
        Path made = slot.get(target -> write(target.resolve("whole")));
        assertThat(made.resolve("half")).doesNotExist();
        assertThat(made.resolve("whole")).exists();
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
