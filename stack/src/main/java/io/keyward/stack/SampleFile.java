package io.keyward.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the examples, with what holds on this machine in place of its sample values. */
public final class SampleFile {

    private final Path file;
    private final String text;

    private SampleFile(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /** @throws StackException when there is no such file */
    public static SampleFile read(Path file) {
        try {
            return new SampleFile(file, Files.readString(file));
        } catch (IOException e) {
            throw new StackException("Cannot read " + file + ".", e);
        }
    }

    /** @throws StackException when the sample value is not in the file: it would go on to hold unnoticed */
    public SampleFile with(String sample, String actual) {
        if (!text.contains(sample)) {
            throw new StackException(file + " has no \"" + sample + "\".");
        }
        return new SampleFile(file, text.replace(sample, actual));
    }

    public String text() {
        return text;
    }
}
