package io.keyward.benchmarks.load;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** People who are copies of one who fills the pool, with everything that Keycloak and Keyward have about an account. */
final class GrownPeople {

    private final RunningSubject subject;
    private final Path scripts;
    private final Random random = new Random(26);
    private int count;
    private int turns;

    /** @param scripts the folder of the SQL scripts */
    GrownPeople(RunningSubject subject, Path scripts) {
        this.subject = subject;
        this.scripts = scripts;
    }

    /** Adds people until there are so many. */
    void grow(int wanted) {
        if (wanted <= count) {
            return;
        }
        try (Connection connection = subject.stack().database().connect()) {
            new SqlScript(scripts.resolve("users.sql"))
                    .run(
                            connection,
                            Map.of(
                                    "first",
                                    String.valueOf(count),
                                    "until",
                                    String.valueOf(wanted),
                                    "template",
                                    People.pooledAddress(0),
                                    "realm",
                                    subject.realm()));
            count = wanted;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lines for the script {@code password.lua}: everybody once at most, drawn at random, on a device that nobody had before. */
    List<String> signIns(int most) {
        turns++;
        List<Integer> drawn = new ArrayList<>(
                count <= most
                        ? IntStream.range(0, count).boxed().toList()
                        : random.ints(0, count).distinct().limit(most).boxed().toList());
        Collections.shuffle(drawn, random);
        return drawn.stream()
                .map(number -> "grown-%d@example.test\t%s\tdevice-of-grown-%d-in-turn-%d"
                        .formatted(number, People.PASSWORD, number, turns))
                .toList();
    }
}
