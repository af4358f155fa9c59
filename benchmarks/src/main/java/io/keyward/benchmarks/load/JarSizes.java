package io.keyward.benchmarks.load;

import io.keyward.benchmarks.proof.Finding;
import io.keyward.benchmarks.proof.Group;
import io.keyward.benchmarks.proof.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;

/** How large the jars are. */
record JarSizes(ProofSetting setting) implements Group {

    private static final List<String> JARS =
            List.of("providers/target/keyward.jar", "themes/target/keyward-themes.jar");
    private static final double KILO = 1_024;

    @Override
    public String title() {
        return "Jars";
    }

    @Override
    public List<Section> sections() {
        return List.of(new Section("size", "Jar size", 1, end -> measure()));
    }

    @Override
    public int startSeconds() {
        return 0;
    }

    @Override
    public void start() {
        // They are on the disk.
    }

    @Override
    public void close() {
        // Nothing was started.
    }

    private Finding measure() {
        StringBuilder text = new StringBuilder("| | KiB | classes | other files |\n|---|---|---|---|\n");
        StringBuilder csv = new StringBuilder("jar,bytes,classes,other_files\n");
        for (String jar : JARS) {
            Path file = setting.root().resolve(jar);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                long bytes = Files.size(file);
                long files = zip.stream().filter(entry -> !entry.isDirectory()).count();
                long classes = zip.stream()
                        .filter(entry -> entry.getName().endsWith(".class"))
                        .count();
                String name = String.valueOf(file.getFileName());
                text.append(String.format(
                        Locale.ROOT, "| %s | %.0f | %d | %d |%n", name, bytes / KILO, classes, files - classes));
                csv.append("%s,%d,%d,%d\n".formatted(name, bytes, classes, files - classes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Finding(List.of(), text.toString(), Map.of("size.csv", csv.toString()), List.of());
    }
}
