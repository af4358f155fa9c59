package io.keyward.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The load generator, <a href="https://github.com/wg/wrk">wrk</a>, with a script. There are as many threads as connections,
 * because a script sees answers per thread: only so can the next request carry what the last answer brought.
 *
 * @param scripts the folder of the scripts
 * @param connections how many requests are under way at once
 */
record Wrk(Path scripts, int connections) {

    private static final String RESULT = "RESULT,";

    /** Runs a script until time is up or it says that it is done. */
    Slice run(LoadScript script, URI target) {
        List<String> command = new ArrayList<>(List.of(
                "wrk",
                "-t" + connections,
                "-c" + connections,
                "-d" + script.seconds() + "s",
                "--timeout",
                "30s",
                "-s",
                scripts.resolve(script.file()).toString(),
                target.toString(),
                "--"));
        command.addAll(script.arguments());
        String output = output(command);
        return output.lines()
                .filter(line -> line.startsWith(RESULT))
                .findFirst()
                .map(line -> slice(line.substring(RESULT.length())))
                .orElseThrow(() -> new IllegalStateException(script.file() + " gave no result. wrk said:\n" + output));
    }

    private String output(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("KEYWARD_LUA", scripts.toString());
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Slice slice(String line) {
        String[] fields = line.split(",", 9);
        return new Slice(
                Long.parseLong(fields[0]),
                Long.parseLong(fields[1]),
                Long.parseLong(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4]),
                Double.parseDouble(fields[5]),
                Double.parseDouble(fields[6]),
                Double.parseDouble(fields[7]),
                fields[8].strip());
    }
}
