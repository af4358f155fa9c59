package io.keyward.passwordhash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.ModelException;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.vault.DefaultVaultRawSecret;
import org.keycloak.vault.VaultRawSecret;

final class BcryptPasswordHashProviderTest {

    private static final int CHEAP = 4;
    private static final String PEPPER = "a pepper of 32 bytes at the least";

    private final Map<String, String> vault = new HashMap<>();
    private OptionalInt realmIterations = OptionalInt.of(CHEAP);

    @Test
    void verifiesWhatItEncoded() {
        var provider = provider(Peppers.NONE);
        PasswordCredentialModel credential = stored(provider.encodedCredential("correct horse", CHEAP));
        assertThat(provider.verify("correct horse", credential)).isTrue();
        assertThat(provider.verify("correct horsf", credential)).isFalse();
        assertThat(provider.verify("", credential)).isFalse();
    }

    @Test
    void theStoredFormSaysHowItWasMade() {
        vault.put("${vault.keyward-bcrypt-pepper-3}", PEPPER);
        PasswordCredentialModel plain = provider(Peppers.NONE).encodedCredential("secret", CHEAP);
        assertThat(plain.getCredentialData())
                .contains("\"algorithm\":\"bcrypt\"", "\"hashIterations\":4", "\"scheme\":[\"hmac-sha384\"]")
                .doesNotContain("pepper");
        assertThat(plain.getSecretData()).contains("\"value\":\"$2b$04$");
        PasswordCredentialModel peppered = provider(3).encodedCredential("secret", CHEAP);
        assertThat(peppered.getCredentialData()).contains("\"scheme\":[\"hmac-sha384\"]", "\"pepper\":[\"3\"]");
        assertThat(provider(3).credentialHashingStrength(stored(peppered))).isEqualTo("cost=4,hmac-sha384,pepper=3");
    }

    @Test
    void theSamePasswordHasAnotherHashEachTime() {
        var provider = provider(Peppers.NONE);
        assertThat(provider.encodedCredential("secret", CHEAP).getSecretData())
                .isNotEqualTo(provider.encodedCredential("secret", CHEAP).getSecretData());
    }

    @ParameterizedTest
    @ValueSource(ints = {71, 72, 73, 200, 255, 256, 10_000})
    void passwordsThatDifferOnlyAtTheEndAreDifferent(int length) {
        var provider = provider(Peppers.NONE);
        String start = "x".repeat(length - 1);
        PasswordCredentialModel credential = stored(provider.encodedCredential(start + "a", CHEAP));
        assertThat(provider.verify(start + "a", credential)).isTrue();
        assertThat(provider.verify(start + "b", credential)).isFalse();
        assertThat(provider.verify(start, credential)).isFalse();
        assertThat(provider.verify(start + "aa", credential)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"\u2605, \u2606", "\ud83d\ude00, \ud83d\ude01", "\u00e4, a\u0308"})
    void multibytePasswordsThatDifferOnlyAtTheEndAreDifferent(String end, String other) {
        var provider = provider(Peppers.NONE);
        String start = "\u2605".repeat(40);
        PasswordCredentialModel credential = stored(provider.encodedCredential(start + end, CHEAP));
        assertThat(provider.verify(start + end, credential)).isTrue();
        assertThat(provider.verify(start + other, credential)).isFalse();
    }

    @Test
    void nulsAndHalfSurrogatePairsCountAsAnyOther() {
        var provider = provider(Peppers.NONE);
        PasswordCredentialModel nul = stored(provider.encodedCredential("a\0a", CHEAP));
        assertThat(provider.verify("a\0a", nul)).isTrue();
        assertThat(provider.verify("a", nul)).isFalse();
        assertThat(provider.verify("a\0b", nul)).isFalse();
        PasswordCredentialModel half = stored(provider.encodedCredential("a\ud800", CHEAP));
        assertThat(provider.verify("a\ud800", half)).isTrue();
        assertThat(provider.verify("a?", half)).isFalse();
        assertThat(provider.verify("a\udbff", half)).isFalse();
    }

    @Test
    void longPasswordsAreAnsweredQuickly() {
        var provider = provider(Peppers.NONE);
        String imported = "$2b$04$CCCCCCCCCCCCCCCCCCCCC.f/Fm9DOYGp2ai9rjxvG4QHlhtDCuDuu";
        assertTimeout(Duration.ofSeconds(2), () -> {
            provider.verify("\ud83d\ude00".repeat(250_000), provider.encodedCredential("secret", CHEAP));
            provider.verify("\ud83d\ude00".repeat(250_000), imported(imported));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "correct horse battery staple, $2a$04$CCCCCCCCCCCCCCCCCCCCC.0uP/2zHIr81tVya45gVnDFLBmqu9l4W",
        "correct horse battery staple, $2b$04$CCCCCCCCCCCCCCCCCCCCC.0uP/2zHIr81tVya45gVnDFLBmqu9l4W",
        "correct horse battery staple, $2y$04$CCCCCCCCCCCCCCCCCCCCC.0uP/2zHIr81tVya45gVnDFLBmqu9l4W",
        "p\u00e4ssw\u00f6rd\u2605, $2b$04$CCCCCCCCCCCCCCCCCCCCC.LgE9yqK8QoASsrdidL2oSKLHOMS.d1e",
    })
    void importedHashesAreVerifiedAsTheyAreAndWantUpgrading(String password, String hash) {
        var provider = provider(Peppers.NONE);
        PasswordCredentialModel credential = imported(hash);
        assertThat(provider.verify(password, credential)).isTrue();
        assertThat(provider.verify(password + "!", credential)).isFalse();
        assertThat(provider.policyCheck(Policies.iterations(CHEAP), credential)).isFalse();
        assertThat(provider.credentialHashingStrength(credential)).isEqualTo("cost=4,plain");
        PasswordCredentialModel upgraded = stored(provider.encodedCredential(password, CHEAP));
        assertThat(provider.verify(password, upgraded)).isTrue();
        assertThat(provider.policyCheck(Policies.iterations(CHEAP), upgraded)).isTrue();
    }

    @Test
    void importedHashesOfLongPasswordsAreVerifiedAsTheOriginDid() {
        var provider = provider(Peppers.NONE);
        PasswordCredentialModel credential = imported("$2y$04$CCCCCCCCCCCCCCCCCCCCC.9IMwEEB6ngnCQ877bhhi.EzQPLJPeC6");
        assertThat(provider.verify("p".repeat(80), credential)).isTrue();
        assertThat(provider.verify("p".repeat(72), credential)).isTrue();
        assertThat(provider.verify("p".repeat(71), credential)).isFalse();
    }

    /** bcrypt by itself takes "a" and "a\0a" for one. */
    @Test
    void noPasswordWithNulMatchesAnImportedHash() {
        var provider = provider(Peppers.NONE);
        PasswordCredentialModel credential = imported("$2b$04$CCCCCCCCCCCCCCCCCCCCC.f/Fm9DOYGp2ai9rjxvG4QHlhtDCuDuu");
        assertThat(provider.verify("a", credential)).isTrue();
        assertThat(provider.verify("a\0a", credential)).isFalse();
        assertThat(provider.verify("a\0", credential)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":\"$2x$05$/OK.fbVrR/bpIqNJ5ianF.CE5elHaaO4EbggVDjb8P19RukzXSM3e\",\"salt\":\"\"}",
                "{\"value\":\"rubbish\",\"salt\":\"\"}",
                "{\"value\":\"\"}",
                "{\"value\":null}",
                "{}"
            })
    void whatCannotBeReadIsAWrongPassword(String secretData) {
        var provider = provider(Peppers.NONE);
        PasswordCredentialModel credential = read("{\"algorithm\":\"bcrypt\"}", secretData);
        assertThat(provider.verify("secret", credential)).isFalse();
        assertThat(provider.policyCheck(Policies.iterations(CHEAP), credential)).isFalse();
        assertThat(provider.credentialHashingStrength(credential)).isEqualTo("unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"scheme\":[\"sha1\"]}",
                "{\"scheme\":[\"hmac-sha384\"],\"pepper\":[\"x\"]}",
                "{\"scheme\":[\"hmac-sha384\"],\"pepper\":[\"0\"]}",
                "{\"scheme\":[\"hmac-sha384\"],\"pepper\":[\"99999999999\"]}",
                "{\"pepper\":[\"1\"]}"
            })
    void aSchemeThatIsNotKnownIsNotTakenForPlain(String parameters) {
        PasswordCredentialModel credential = read(
                "{\"algorithm\":\"bcrypt\",\"hashIterations\":4,\"algorithmData\":" + parameters + "}",
                "{\"value\":\"$2b$04$CCCCCCCCCCCCCCCCCCCCC.f/Fm9DOYGp2ai9rjxvG4QHlhtDCuDuu\",\"salt\":\"\"}");
        assertThat(provider(Peppers.NONE).verify("a", credential)).isFalse();
    }

    @Test
    void anotherCostWantsUpgrading() {
        var provider = provider(Peppers.NONE);
        PasswordCredentialModel credential = stored(provider.encodedCredential("secret", CHEAP));
        assertThat(provider.policyCheck(Policies.iterations(CHEAP), credential)).isTrue();
        assertThat(provider.policyCheck(Policies.iterations(CHEAP + 1), credential))
                .isFalse();
        assertThat(provider.policyCheck(Policies.withoutIterations(), credential))
                .isFalse();
    }

    @Test
    void theDefaultCostIsTwelve() {
        var provider = provider(Peppers.NONE);
        PasswordCredentialModel credential = stored(provider.encodedCredential("secret", -1));
        assertThat(credential.getSecretData()).contains("$2b$12$");
        assertThat(provider.policyCheck(Policies.withoutIterations(), credential))
                .isTrue();
        assertThat(provider.policyCheck(null, credential)).isTrue();
        assertThat(provider.policyCheck(Policies.iterations(-1), credential)).isTrue();
        assertThat(provider.policyCheck(Policies.iterations(12), credential)).isTrue();
    }

    @Test
    void theHashOfAnotherAlgorithmWantsUpgrading() {
        PasswordCredentialModel argon = read(
                "{\"algorithm\":\"argon2\",\"hashIterations\":5,\"algorithmData\":{\"type\":[\"id\"]}}",
                "{\"value\":\"c2VjcmV0\",\"salt\":\"c2FsdA==\"}");
        assertThat(provider(Peppers.NONE).policyCheck(Policies.iterations(5), argon))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 0, 3, 32, 210_000})
    void anImpossibleCostIsRefused(int iterations) {
        var provider = provider(Peppers.NONE);
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> provider.encodedCredential("secret", iterations))
                .withMessageContaining("hashIterations(" + iterations + ")")
                .withMessageContaining("4 to 31");
    }

    @Test
    void anImpossibleCostKeepsNobodyOutWhoKnowsThePasswordAndTellsNobodyElseApart() {
        realmIterations = OptionalInt.of(3);
        var provider = provider(Peppers.NONE);
        PasswordCredentialModel credential = stored(provider.encodedCredential("secret", CHEAP));
        assertThat(provider.verify("secret", credential)).isTrue();
        assertThat(provider.policyCheck(Policies.iterations(3), credential)).isFalse();
        assertThatExceptionOfType(ModelException.class)
                .as("as for one who does not exist")
                .isThrownBy(() -> provider.verify("wrong", credential));
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> provider.credentialHashingStrength(credential));
        long nobody = least(() -> refused(() -> provider.encodedCredential("wrong", 3)));
        assertThat(least(() -> refused(() -> provider.verify("wrong", credential))))
                .isBetween(nobody / 4, nobody * 4);
    }

    private static void refused(Runnable work) {
        assertThatExceptionOfType(ModelException.class).isThrownBy(work::run);
    }

    @Test
    void aPepperIsReplacedByTheNextOne() {
        vault.put("${vault.keyward-bcrypt-pepper-1}", PEPPER);
        vault.put("${vault.keyward-bcrypt-pepper-2}", PEPPER + " other\n");
        PasswordCredentialModel none = stored(provider(Peppers.NONE).encodedCredential("secret", CHEAP));
        PasswordCredentialModel first = stored(provider(1).encodedCredential("secret", CHEAP));
        var second = provider(2);
        for (PasswordCredentialModel old : new PasswordCredentialModel[] {none, first}) {
            assertThat(second.verify("secret", old)).isTrue();
            assertThat(second.verify("wrong", old)).isFalse();
            assertThat(second.policyCheck(Policies.iterations(CHEAP), old)).isFalse();
        }
        PasswordCredentialModel rotated = stored(second.encodedCredential("secret", CHEAP));
        assertThat(second.policyCheck(Policies.iterations(CHEAP), rotated)).isTrue();
        vault.remove("${vault.keyward-bcrypt-pepper-1}");
        assertThat(second.verify("secret", rotated)).isTrue();
    }

    @Test
    void aPepperMatters() {
        vault.put("${vault.keyward-bcrypt-pepper-1}", PEPPER);
        PasswordCredentialModel credential = stored(provider(1).encodedCredential("secret", CHEAP));
        vault.put("${vault.keyward-bcrypt-pepper-1}", PEPPER + "!");
        assertThat(provider(1).verify("secret", credential)).isFalse();
        vault.put("${vault.keyward-bcrypt-pepper-1}", PEPPER + "\r\n");
        assertThat(provider(1).verify("secret", credential))
                .as("a line end at the end does not")
                .isTrue();
    }

    @Test
    void withoutThePepperNothingIsHashedAndNoPasswordIsCalledWrong() {
        vault.put("${vault.keyward-bcrypt-pepper-1}", PEPPER);
        PasswordCredentialModel credential = stored(provider(1).encodedCredential("secret", CHEAP));
        vault.clear();
        var provider = provider(1);
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> provider.encodedCredential("secret", CHEAP))
                .withMessageContaining("keyward-bcrypt-pepper-1");
        assertThatExceptionOfType(ModelException.class).isThrownBy(() -> provider.verify("secret", credential));
        assertThatExceptionOfType(ModelException.class)
                .as("what Keycloak asks next")
                .isThrownBy(() -> provider.credentialHashingStrength(credential));
        vault.put("${vault.keyward-bcrypt-pepper-1}", "short");
        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(() -> provider.encodedCredential("secret", CHEAP))
                .withMessageContaining("too short");
    }

    /** Without filling up it would be 64 times cheaper; a factor of four is left to a busy machine. */
    @Test
    void aWrongPasswordForACheapHashTakesAsLongAsAPersonThatDoesNotExist() {
        int dear = 10;
        realmIterations = OptionalInt.of(dear);
        var provider = provider(Peppers.NONE);
        PasswordCredentialModel cheap = imported("$2b$04$CCCCCCCCCCCCCCCCCCCCC.f/Fm9DOYGp2ai9rjxvG4QHlhtDCuDuu");
        PasswordCredentialModel unreadable = imported("rubbish");
        long nobody = least(() -> provider.encodedCredential("wrong", dear));
        assertThat(least(() -> provider.verify("wrong", cheap))).isBetween(nobody / 4, nobody * 4);
        assertThat(least(() -> provider.verify("wrong", unreadable))).isBetween(nobody / 4, nobody * 4);
        realmIterations = OptionalInt.empty();
        assertThat(least(() -> provider.verify("wrong", cheap)))
                .as("in a realm that hashes with something else")
                .isLessThan(nobody / 8);
    }

    private static long least(Runnable work) {
        return LongStream.range(0, 3)
                .map(i -> {
                    long start = System.nanoTime();
                    work.run();
                    return System.nanoTime() - start;
                })
                .min()
                .getAsLong();
    }

    private BcryptPasswordHashProvider provider(int pepper) {
        var queue = new HashQueue(new BcryptConfig(2, 10, Duration.ofSeconds(30), pepper), new SimpleMeterRegistry());
        return new BcryptPasswordHashProvider(new Peppers(pepper, this::secret), queue, () -> realmIterations);
    }

    private VaultRawSecret secret(String expression) {
        return DefaultVaultRawSecret.forBuffer(Optional.ofNullable(vault.get(expression))
                .map(text -> ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static PasswordCredentialModel imported(String hash) {
        return read("{\"algorithm\":\"bcrypt\",\"hashIterations\":10}", "{\"value\":\"" + hash + "\",\"salt\":\"\"}");
    }

    /** As it comes back from the database. */
    private static PasswordCredentialModel stored(PasswordCredentialModel credential) {
        return read(credential.getCredentialData(), credential.getSecretData());
    }

    private static PasswordCredentialModel read(String credentialData, String secretData) {
        CredentialModel model = new CredentialModel();
        model.setType(PasswordCredentialModel.TYPE);
        model.setCredentialData(credentialData);
        model.setSecretData(secretData);
        return PasswordCredentialModel.createFromCredentialModel(model);
    }
}
