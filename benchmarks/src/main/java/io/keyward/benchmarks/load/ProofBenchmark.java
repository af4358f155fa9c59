package io.keyward.benchmarks.load;

import io.keyward.benchmarks.proof.Group;
import io.keyward.benchmarks.proof.ProofOptions;
import io.keyward.benchmarks.proof.ProofRun;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Measures everything that has a goal, side by side, and writes one report; {@code benchmarks/proof} starts it. */
public final class ProofBenchmark {

    private static final PrintStream OUT = System.out;

    private static final String USAGE = """
            Measures Keycloak and Keycloak with Keyward side by side and writes benchmarks/results/proof/report.md.

            Usage: benchmarks/proof [options]
              --only A,B      of the sections below
              --minutes N     for everything but the build; if that is too little, all sections get less time, and with it less
                              rounds (default 42)
              --smoke         everything with tiny numbers, into target/proof: does it work at all?
              --name NAME     folder of the report below benchmarks/results (default proof)
              --help          this text

            Sections:
            """;

    private ProofBenchmark() {}

    /** The checkout is the system property {@code keyward.root}, or here. */
    public static void main(String... words) {
        try {
            ProofOptions options = ProofOptions.of(words);
            Path root = Path.of(System.getProperty("keyward.root", "."))
                    .toAbsolutePath()
                    .normalize();
            List<Group> groups = groups(new ProofSetting(root, options, ProofBenchmark::step));
            if (options.help()) {
                OUT.print(USAGE + ProofRun.list(groups));
                return;
            }
            // What only tries everything out is not to be recorded.
            String parent = options.smoke() ? "benchmarks/target" : "benchmarks/results";
            Path folder = root.resolve(parent).resolve(options.name());
            boolean whole = new ProofRun(groups, options, folder, machine(), ProofBenchmark::step).run();
            System.exit(whole ? 0 : 1);
        } catch (IllegalArgumentException e) {
            OUT.println(e.getMessage() + " benchmarks/proof --help lists what there is.");
            System.exit(2);
        }
    }

    private static List<Group> groups(ProofSetting setting) {
        return List.of(
                new JarSizes(setting),
                new OwnServers(setting),
                new SharedServer(setting),
                new AskedServer(setting),
                new GrownServers(setting));
    }

    private static String machine() {
        Machine machine = Machine.now();
        return "%s; load average %.2f at the beginning".formatted(machine.text(), machine.load());
    }

    private static void step(String line) {
        OUT.println("· " + LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + line);
    }
}
