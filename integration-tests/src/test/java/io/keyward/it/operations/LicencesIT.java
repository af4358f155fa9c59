package io.keyward.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Stacks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What others have written goes out with the words under which they gave it. */
class LicencesIT {

    private static final Path IMPORT_TOOL = Path.of(System.getProperty("keyward.import.jar"));

    @Test
    void theProvidersCarryThem() throws IOException {
        Path jar = Stacks.providersJar();
        assertThat(text(jar, "META-INF/LICENSE.txt")).contains("Apache License", "Version 2.0");
        assertThat(text(jar, "META-INF/NOTICE.txt")).contains("Apache Commons Validator");
        assertThat(text(jar, "io/keyward/passwordpolicy/common-passwords.md"))
                .contains("Permission is hereby granted", "Dan Wheeler and Dropbox");
        assertThat(text(jar, "io/keyward/emailverification/address/disposable-domains.md"))
                .contains("MIT licence");
    }

    @Test
    void theImportToolCarriesThem() throws IOException {
        assertThat(text(IMPORT_TOOL, "META-INF/LICENSE"))
                .as("FastCSV, the PostgreSQL driver, Jackson")
                .contains("Oliver Siegmar", "PostgreSQL Global Development Group", "Apache License");
        assertThat(text(IMPORT_TOOL, "META-INF/NOTICE")).contains("Jackson", "Apache Commons Validator");
    }

    private static String text(Path jar, String name) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            assertThat(entry).as("%s in %s", name, jar.getFileName()).isNotNull();
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
