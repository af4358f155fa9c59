package io.keyward.it.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Keyward;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged tool, as a program of its own. */
final class ImportTool {

    private final Keyward keyward;
    private final String realm;
    private final Path folder;

    ImportTool(Keyward keyward, String realm, Path folder) {
        this.keyward = keyward;
        this.realm = realm;
        this.folder = folder;
    }

    /** What {@code prepare} wrote. */
    Path out() {
        return folder.resolve("out");
    }

    /** Gives the summary. */
    JsonNode prepare(Path csv, String... more) throws Exception {
        List<String> words = new ArrayList<>(
                List.of("prepare", "--csv", csv.toString(), "--realm", realm, "--out", out().toString()));
        words.addAll(List.of(more));
        assertThat(run(words).status).isZero();
        return Json.read(Files.readString(out().resolve("summary.json")));
    }

    /** Gives what it printed; its last line tells what became of all. */
    Result send(String... more) throws Exception {
        Path password = Files.writeString(
                folder.resolve("password"), keyward.stack().admin().password() + "\n");
        List<String> words = new ArrayList<>(List.of(
                "send",
                out().toString(),
                "--server",
                keyward.url(),
                "--admin",
                keyward.stack().admin().username(),
                "--password-file",
                password.toString()));
        words.addAll(List.of(more));
        return run(words);
    }

    /** The lines of a report, without its header. */
    List<String> report(String name) throws IOException {
        List<String> lines = Files.readAllLines(out().resolve(name));
        return lines.subList(1, lines.size());
    }

    Result run(List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-jar",
                System.getProperty("keyward.import.jar")));
        command.addAll(words);
        Path printed = Files.createTempFile(folder, "printed", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        if (!process.waitFor(30, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("The tool does not come to an end: " + Files.readString(printed));
        }
        return new Result(process.exitValue(), Files.readString(printed));
    }

    record Result(int status, String text) {

        String last() {
            List<String> lines = text.lines().toList();
            return lines.get(lines.size() - 1).replaceFirst(" \\(.*\\)$", "");
        }
    }
}
