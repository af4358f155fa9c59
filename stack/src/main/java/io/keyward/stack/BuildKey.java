package io.keyward.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A name for everything that the server's build depends on: alike for alike contents, whatever their dates. */
final class BuildKey {

    private BuildKey() {}

    static String of(String version, List<Path> jars, List<String> options) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, version);
            for (Path jar : jars) {
                add(digest, jar.getFileName().toString());
                digest.update(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
            }
            options.stream().sorted().forEach(option -> add(digest, option));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(MessageDigest digest, String word) {
        digest.update(word.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
