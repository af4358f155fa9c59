package io.keyward.sessionapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.keyward.onetimetoken.TokenHash;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How often a call may be made: per IP address, and per account, each client for itself. Counted in the memory of each node, in
 * buckets that fill up again evenly within a minute. What many addresses do to one account is up to Keycloak's brute-force
 * protection, which the sign-in passes through.
 */
final class Limits {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Full again after a minute: to forget one that was not used for two gives nothing away. */
    private static final Cache<String, Bucket> BUCKETS = Caffeine.newBuilder()
            .maximumSize(200_000)
            .expireAfterAccess(MINUTE.multipliedBy(2))
            .build();

    private final Call call;
    private final String what;

    /** @param what the kind of call */
    Limits(Call call, String what) {
        this.call = call;
        this.what = what;
    }

    /** 429 unless the address has calls left. */
    void address() {
        take(LimitMeter.ADDRESS, Network.of(call.session()), call.settings().addressLimit());
    }

    /** 429 unless the account has calls left, whether or not there is one. Nobody can use them up from another address. */
    void accountFromHere(String email) {
        take(
                LimitMeter.ACCOUNT,
                Network.of(call.session()) + "|" + key(email),
                call.settings().accountLimit());
    }

    /** 429 unless the account has calls left, wherever they come from: for calls that send mail to it. */
    void account(String email) {
        take(LimitMeter.MAILBOX, key(email), call.settings().accountLimit());
    }

    private void take(String of, String whose, int limit) {
        String key = String.join("|", call.client().getId(), what, of, whose, String.valueOf(limit));
        ConsumptionProbe probe = BUCKETS.get(key, none -> bucket(limit)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            LimitMeter.count(of);
            long seconds = TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
            throw Problem.later(call, seconds + 1);
        }
    }

    private static Bucket bucket(int limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit).refillGreedy(limit, MINUTE))
                .build();
    }

    /** Neither addresses nor long texts are kept. */
    private static String key(String email) {
        return TokenHash.of(email.strip().toLowerCase(Locale.ROOT)).value();
    }
}
