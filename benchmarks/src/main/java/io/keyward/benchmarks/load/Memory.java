package io.keyward.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Java process holds after a full garbage collection, in megabytes.
 *
 * @param resident what the kernel says is in memory
 * @param heap objects
 * @param metaspace classes
 */
record Memory(double resident, double heap, double metaspace) {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern HEAP = Pattern.compile("heap .*?used (\\d+)K");
    private static final Pattern METASPACE = Pattern.compile("Metaspace .*?used (\\d+)K");
    private static final double KILO = 1_024;

    /** Twice, since objects with clean-up work go with the collection after it. */
    static Memory of(long process) {
        Jcmd java = new Jcmd(process);
        java.run("GC.run");
        java.run("GC.run");
        String info = java.run("GC.heap_info");
        try {
            String status = Files.readString(Path.of("/proc", String.valueOf(process), "status"));
            return new Memory(megabytes(RESIDENT, status), megabytes(HEAP, info), megabytes(METASPACE, info));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double megabytes(Pattern figure, String text) {
        Matcher found = figure.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("There is no " + figure + " in what Java says of its memory.");
        }
        return Long.parseLong(found.group(1)) / KILO;
    }
}
