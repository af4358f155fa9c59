package io.keyward.benchmarks.load;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Whether the time of an answer tells which addresses have an account, with each algorithm for passwords. What an attacker would do,
 * under conditions that he does not have: from the same machine, with nobody else there.
 */
final class TimingBenchmark {

    /** Password policies, which choose the algorithm; the first is Keycloak's default. */
    enum Hash {
        ARGON2("argon2", "Argon2, Keycloak's default", ""),
        BCRYPT("bcrypt", "bcrypt at cost 12", "hashAlgorithm(bcrypt)");

        private final String id;
        private final String title;
        private final String policy;

        Hash(String id, String title, String policy) {
            this.id = id;
            this.title = title;
            this.policy = policy;
        }

        static Hash of(String id) {
            return Arrays.stream(values())
                    .filter(hash -> hash.id.equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no algorithm " + id + "."));
        }

        String id() {
            return id;
        }

        String title() {
            return title;
        }
    }

    private static final int WARM_UP = 40;
    private static final int RESERVE = 8;

    private final RunningSubject subject;
    private final LoadOptions options;
    private final Consumer<String> progress;
    private final Random random = new Random(26);

    TimingBenchmark(RunningSubject subject, LoadOptions options, Consumer<String> progress) {
        this.subject = subject;
        this.options = options;
        this.progress = progress;
    }

    /** How many people there have to be who are asked for once. */
    static int people(LoadOptions options) {
        return Hash.values().length * asked(options);
    }

    private static int asked(LoadOptions options) {
        return WARM_UP + options.samples() + RESERVE;
    }

    List<TimingSample> measure(MailSink sink) {
        subject.admin().change(realm -> {
            realm.putObject("smtpServer")
                    .put("host", "127.0.0.1")
                    .put("port", String.valueOf(sink.port()))
                    .put("from", "load@example.test");
            // Two failures at once lock an account for as long as all this may take.
            realm.put("minimumQuickLoginWaitSeconds", 86_400).put("maxFailureWaitSeconds", 86_400);
        });
        List<TimingSample> samples = new ArrayList<>();
        for (Hash hash : options.hashes()) {
            samples.addAll(measure(hash));
        }
        return samples;
    }

    private List<TimingSample> measure(Hash hash) {
        subject.admin().set("passwordPolicy", hash.policy);
        TimingPeople people =
                new TimingPeople(subject.admin(), hash.id(), hash.ordinal() * asked(options), asked(options));
        people.create();
        lock(people.toBeLocked());
        List<TimingSample> samples = new ArrayList<>();
        for (int number = -WARM_UP; number < options.samples(); number++) {
            for (TimingForm form : TimingForm.values()) {
                List<TimingAccount> accounts = new ArrayList<>(form.known());
                accounts.add(TimingAccount.UNKNOWN);
                // In random order: what drifts meets all of them.
                Collections.shuffle(accounts, random);
                for (TimingAccount account : accounts) {
                    TimingSample sample = sample(hash, form, account, people.address(form, account, number + WARM_UP));
                    if (number >= 0) {
                        samples.add(sample);
                    }
                }
            }
            if (number % 50 == 0) {
                progress.accept("%s: %d of %d".formatted(hash.title(), number, options.samples()));
            }
        }
        return samples;
    }

    /** The second failure comes within a second of the first, which brute-force protection takes for a machine. */
    private void lock(List<String> addresses) {
        for (String address : addresses) {
            for (int failures = 0; failures < 3; failures++) {
                sample(Hash.ARGON2, TimingForm.SIGN_IN, TimingAccount.LOCKED, address);
            }
        }
    }

    private TimingSample sample(Hash hash, TimingForm form, TimingAccount account, String address) {
        URI base = subject.stack().baseUrl();
        FormVisit.Seen seen = new FormVisit().submit(form.page(base), form.fields(address));
        return new TimingSample(
                hash.id(), form, account, seen.millis(), seen.status() == 200 && form.expected(seen.page()));
    }
}
