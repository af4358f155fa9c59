package io.keyward.benchmarks;

import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.BCrypt;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.BCryptPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;

/**
 * One bcrypt hash of a key of 64 characters, which is what Keyward's pre-hash gives, by each implementation that Keyward could
 * use. {@code src/main/c/bcrypt.c} is the yardstick in C. Sampled, so that the least and the median are told, which a busy
 * machine changes less than the mean.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 3)
public class BcryptBenchmark {

    private static final String TEXT = "0123456789abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQR";
    private static final byte[] KEY = TEXT.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] KEY_WITH_NUL = (TEXT + '\0').getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @Param("12")
    private int cost;

    @Benchmark
    public byte[] bouncyCastle() {
        return BCrypt.generate(KEY_WITH_NUL, SALT, cost);
    }

    @Benchmark
    public Password elytron() throws GeneralSecurityException {
        return PasswordFactory.getInstance(
                        BCryptPassword.ALGORITHM_BCRYPT, WildFlyElytronPasswordProvider.getInstance())
                .generatePassword(new EncryptablePasswordSpec(
                        TEXT.toCharArray(), new IteratedSaltedPasswordAlgorithmSpec(cost, SALT)));
    }

    @Benchmark
    public byte[] favre() {
        return at.favre.lib.crypto.bcrypt.BCrypt.with(Version.VERSION_2B).hashRaw(cost, SALT, KEY).rawHash;
    }

    @Benchmark
    public String springSecurity() {
        return org.springframework.security.crypto.bcrypt.BCrypt.hashpw(
                TEXT, "$2b$" + cost + "$CCCCCCCCCCCCCCCCCCCCC.");
    }
}
