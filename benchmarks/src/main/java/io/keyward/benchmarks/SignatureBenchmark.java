package io.keyward.benchmarks;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A signature below a text as long as an access token, and its verification, by what Keycloak uses for each algorithm: Java's own
 * providers. Two forks, since no two Java processes are equally fast.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class SignatureBenchmark {

    /** Names as in tokens. */
    @Param({"RS256", "ES256", "EdDSA"})
    private String algorithm;

    private final byte[] text = new byte[1_000];
    private KeyPair keys;
    private String name;
    private byte[] signature;

    @Setup
    public void prepare() throws GeneralSecurityException {
        switch (algorithm) {
            case "RS256" -> {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2_048);
                keys = generator.generateKeyPair();
                name = "SHA256withRSA";
            }
            case "ES256" -> {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                keys = generator.generateKeyPair();
                name = "SHA256withECDSA";
            }
            default -> {
                keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                name = "Ed25519";
            }
        }
        signature = sign();
    }

    @Benchmark
    public byte[] sign() throws GeneralSecurityException {
        Signature signer = Signature.getInstance(name);
        signer.initSign(keys.getPrivate());
        signer.update(text);
        return signer.sign();
    }

    @Benchmark
    public boolean verify() throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(name);
        verifier.initVerify(keys.getPublic());
        verifier.update(text);
        return verifier.verify(signature);
    }
}
