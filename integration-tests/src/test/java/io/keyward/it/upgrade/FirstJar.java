package io.keyward.it.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Keyward as it was with its first schema: the changelog of the commit that brought the first table, word for word, and of what the jar
 * offers only what that commit offered, the one-time tokens.
 */
final class FirstJar {

    private static final String SERVICES = "META-INF/services/";
    private static final String CHANGELOG = "META-INF/keyward-changelog.xml";
    private static final String OFFERED = "io.keyward.onetimetoken.";

    private static final Set<String> SPIS_OF_THEN = Set.of(
            "org.keycloak.connections.jpa.entityprovider.JpaEntityProviderFactory",
            "org.keycloak.provider.Spi",
            "io.keyward.persistence.EntityContributor",
            "io.keyward.onetimetoken.OneTimeTokenProviderFactory");

    private FirstJar() {}

    static Path of(Path presentJar, Path folder) {
        Path jar = folder.resolve("keyward.jar");
        try (ZipFile present = new ZipFile(presentJar.toFile());
                ZipOutputStream first = new ZipOutputStream(Files.newOutputStream(jar))) {
            Enumeration<? extends ZipEntry> entries = present.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                byte[] content = content(present, entry);
                if (content != null) {
                    first.putNextEntry(new ZipEntry(entry.getName()));
                    first.write(content);
                    first.closeEntry();
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Null for what was not there then. */
    private static byte[] content(ZipFile present, ZipEntry entry) throws IOException {
        String name = entry.getName();
        if (name.equals(CHANGELOG)) {
            try (InputStream first = FirstJar.class.getResourceAsStream("first-changelog.xml")) {
                return first.readAllBytes();
            }
        }
        try (InputStream in = present.getInputStream(entry)) {
            byte[] content = in.readAllBytes();
            if (!name.startsWith(SERVICES) || entry.isDirectory()) {
                return content;
            }
            String service = name.substring(SERVICES.length());
            if (!SPIS_OF_THEN.contains(service)) {
                return null;
            }
            return service.endsWith("JpaEntityProviderFactory")
                    ? content
                    : new String(content, StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> line.startsWith(OFFERED))
                            .collect(Collectors.joining("\n"))
                            .getBytes(StandardCharsets.UTF_8);
        }
    }
}
