package io.keyward.benchmarks.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Accounts of each kind, with passwords hashed as the realm hashes now. */
final class TimingPeople {

    /** Of each kind; so many that nobody fails often enough to be locked. */
    private static final int EACH = 50;

    private final RealmAdmin admin;
    private final String hash;
    private final int first;
    private final int asked;
    private final Map<TimingForm, Integer> strangers = new EnumMap<>(TimingForm.class);

    /**
     * @param first the first of those who have proved their address and are asked for once only
     * @param asked how many those are
     */
    TimingPeople(RealmAdmin admin, String hash, int first, int asked) {
        this.admin = admin;
        this.hash = hash;
        this.first = first;
        this.asked = asked;
    }

    void create() {
        for (int number = 0; number < EACH; number++) {
            for (TimingAccount account : List.of(
                    TimingAccount.KNOWN,
                    TimingAccount.UNPROVED,
                    TimingAccount.DISABLED,
                    TimingAccount.LOCKED,
                    TimingAccount.WITHOUT_PASSWORD)) {
                create(account, ofKind(account, number));
            }
        }
    }

    /** Of those who are to be locked. */
    List<String> toBeLocked() {
        return IntStream.range(0, EACH)
                .mapToObj(number -> ofKind(TimingAccount.LOCKED, number))
                .toList();
    }

    /** Nobody is asked for twice with the forms that send mail, unless that is what is measured. */
    String address(TimingForm form, TimingAccount account, int number) {
        boolean mailed = form != TimingForm.SIGN_IN;
        return switch (account) {
            case UNKNOWN ->
                "stranger-%s-%d-%06d@example.test"
                        .formatted(hash, form.ordinal(), strangers.merge(form, 1, Integer::sum));
            case KNOWN -> mailed ? once(number) : ofKind(account, number);
            case KNOWN_AGAIN -> once(number - 1);
            default -> ofKind(account, number);
        };
    }

    private String once(int number) {
        return People.pooledAddress(first + Math.floorMod(number, asked));
    }

    private String ofKind(TimingAccount account, int number) {
        String kind = account.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return "%s-%s-%02d@example.test".formatted(kind, hash, Math.floorMod(number, EACH));
    }

    private void create(TimingAccount account, String address) {
        admin.create("/users", user -> {
            user.put("username", address)
                    .put("email", address)
                    .put("enabled", account != TimingAccount.DISABLED)
                    .put("firstName", "Pat")
                    .put("lastName", "Person");
            if (account != TimingAccount.WITHOUT_PASSWORD) {
                password(user);
            }
        });
    }

    private static void password(ObjectNode user) {
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", People.PASSWORD)
                .put("temporary", false);
    }
}
