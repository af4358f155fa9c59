package io.keyward.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Sessions that wait to be refreshed. Each is handed out once, so no slice meets what another has left behind. */
final class SessionPool {

    private static final int LONG_ENOUGH = 3_600;

    private final List<String> tokens = new ArrayList<>();
    private final RealmAdmin admin;
    private final People people;
    private final Wrk wrk;
    private final URI tokenEndpoint;
    private final Path folder;
    private final String scope;
    private Path lent;
    private int signedIn;
    private int files;

    /** @param scope that each sign-in asks for, or empty */
    SessionPool(RealmAdmin admin, People people, Wrk wrk, URI tokenEndpoint, Path folder, String scope) {
        this.admin = admin;
        this.people = people;
        this.wrk = wrk;
        this.tokenEndpoint = tokenEndpoint;
        this.folder = folder;
        this.scope = scope;
    }

    /** Signs in until there are this many more sessions. The realm's password policy is another meanwhile. */
    Slice add(int count) {
        String policy = admin.setting("passwordPolicy");
        admin.set("passwordPolicy", CheapHash.POLICY);
        try {
            return signIn(count);
        } finally {
            admin.set("passwordPolicy", policy);
        }
    }

    /** A file with the refresh tokens of sessions that nothing has used yet. */
    Path take(int count) {
        if (tokens.size() < count) {
            throw new IllegalStateException("The pool has %d sessions left, not %d.".formatted(tokens.size(), count));
        }
        List<String> last = tokens.subList(tokens.size() - count, tokens.size());
        Path file = write("tokens-" + files++, last);
        last.clear();
        return file;
    }

    /**
     * The same, of those that have waited longest. Who uses them writes what is left of them, with their newest tokens, into the file
     * {@link #back} before somebody borrows again.
     */
    Path lend(int count) {
        returnLent();
        if (tokens.size() < count) {
            throw new IllegalStateException("The pool has %d sessions left, not %d.".formatted(tokens.size(), count));
        }
        List<String> first = tokens.subList(0, count);
        lent = write("tokens-" + files++, first);
        first.clear();
        return lent;
    }

    /** Where tokens come back that were lent in a file. */
    static Path back(Path file) {
        return file.resolveSibling(file.getFileName() + ".back");
    }

    private void returnLent() {
        if (lent != null && Files.exists(back(lent))) {
            tokens.addAll(read(back(lent)));
        }
        lent = null;
    }

    int size() {
        return tokens.size();
    }

    private Slice signIn(int count) {
        Path lines = write("pool-sign-ins-" + signedIn, people.poolSignIns(signedIn, count));
        Path out = folder.resolve("pool-tokens-" + signedIn);
        signedIn += count;
        String connections = String.valueOf(wrk.connections());
        Slice slice = wrk.run(
                new LoadScript(
                        "password.lua",
                        LONG_ENOUGH,
                        List.of(SubjectRealm.CLIENT, lines.toString(), connections, out.toString(), scope)),
                tokenEndpoint);
        for (int thread = 1; thread <= wrk.connections(); thread++) {
            tokens.addAll(read(folder.resolve(out.getFileName() + "." + thread)));
        }
        // Sessions of one person do not follow one another.
        Collections.shuffle(tokens, new Random(signedIn));
        return slice;
    }

    private Path write(String name, List<String> lines) {
        try {
            return Files.write(folder.resolve(name), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
