package io.keyward.mailoutbox.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyStatus;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeyManager;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;

/** Which of a realm's keys seals and which opens, with a key manager that answers as Keycloak's does. */
final class RealmSealKeysTest {

    private static final String REALM = "realm";

    /** In the order of their providers' priorities. */
    private final List<KeyWrapper> keys = new ArrayList<>();

    private final KeycloakSession session = session();

    @Test
    void sealsWithTheLongSecretAndNotWithTheShortOne() {
        add("aes", KeyUse.ENC, Algorithm.AES, 16);
        add("hs512", KeyUse.SIG, Algorithm.HS512, 64);
        assertThat(fresh().active(REALM).kid()).isEqualTo("hs512");
    }

    @Test
    void takesTheShortOneWhereThereIsNoOther() {
        add("rs256", KeyUse.SIG, Algorithm.RS256, 0);
        add("aes", KeyUse.ENC, Algorithm.AES, 16);
        assertThat(fresh().active(REALM).kid()).isEqualTo("aes");
    }

    @Test
    void aRealmWithoutSecretsGetsOne() {
        assertThat(fresh().active(REALM).kid()).isEqualTo("made");
        assertThat(keys).extracting(KeyWrapper::getKid).containsExactly("made");
    }

    @Test
    void afterRotationTheNewKeySealsAndBothOpen() throws UnreadableException {
        KeyWrapper first = add("first", KeyUse.SIG, Algorithm.HS512, 64);
        String before = fresh().active(REALM).seal("row", Part.CONTENT, "before");
        first.setStatus(KeyStatus.PASSIVE);
        add("second", KeyUse.SIG, Algorithm.HS512, 64);

        RealmSealKeys keysNow = fresh();
        assertThat(keysNow.active(REALM).kid()).isEqualTo("second");
        assertThat(keysNow.find(REALM, "first").orElseThrow().open("row", Part.CONTENT, before))
                .isEqualTo("before");
        String after = keysNow.active(REALM).seal("row", Part.CONTENT, "after");
        assertThat(fresh().find(REALM, "second").orElseThrow().open("row", Part.CONTENT, after))
                .isEqualTo("after");
    }

    @Test
    void whatTheShortKeySealedIsOpenedOnceThereIsALongOne() throws UnreadableException {
        add("aes", KeyUse.ENC, Algorithm.AES, 16);
        String sealed = fresh().active(REALM).seal("row", Part.ADDRESS, "text");
        add("hs512", KeyUse.SIG, Algorithm.HS512, 64);
        assertThat(fresh().find(REALM, "aes").orElseThrow().open("row", Part.ADDRESS, sealed))
                .isEqualTo("text");
    }

    @Test
    void aDisabledKeyNeitherSealsNorOpens() {
        add("old", KeyUse.SIG, Algorithm.HS512, 64).setStatus(KeyStatus.DISABLED);
        add("new", KeyUse.SIG, Algorithm.HS512, 64);
        assertThat(fresh().active(REALM).kid()).isEqualTo("new");
        assertThat(fresh().find(REALM, "old")).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        add("rs256", KeyUse.SIG, Algorithm.RS256, 0);
        assertThat(fresh().find(REALM, "rs256")).isEmpty();
        assertThat(fresh().find(REALM, "unknown")).isEmpty();
        assertThat(fresh().find("no realm", "rs256")).isEmpty();
    }

    @Test
    void twoRealmsWithOneSecretHaveTwoKeys() {
        KeyWrapper shared = add("kid", KeyUse.SIG, Algorithm.HS512, 64);
        byte[] secret = shared.getSecretKey().getEncoded();
        String sealed = fresh().active(REALM).seal("row", Part.CONTENT, "text");
        assertThat(opens(SealKey.derive("other", "kid", secret), sealed)).isFalse();
        assertThat(opens(SealKey.derive(REALM, "kid", secret), sealed)).isTrue();
    }

    private static boolean opens(SealKey key, String sealed) {
        try {
            return key.open("row", Part.CONTENT, sealed) != null;
        } catch (UnreadableException e) {
            return false;
        }
    }

    /** As each session makes its own. */
    private RealmSealKeys fresh() {
        return new RealmSealKeys(session);
    }

    private KeyWrapper add(String kid, KeyUse use, String algorithm, int bytes) {
        KeyWrapper key = new KeyWrapper();
        key.setKid(kid);
        key.setUse(use);
        key.setAlgorithm(algorithm);
        key.setStatus(KeyStatus.ACTIVE);
        if (bytes > 0) {
            key.setSecretKey(secret(bytes));
        }
        keys.add(key);
        return key;
    }

    private static SecretKey secret(int bytes) {
        byte[] secret = new byte[bytes];
        new SecureRandom().nextBytes(secret);
        return new SecretKeySpec(secret, "HmacSHA512");
    }

    private KeycloakSession session() {
        RealmModel realm = answering(RealmModel.class, (name, args) -> REALM);
        RealmProvider realms = answering(RealmProvider.class, (name, args) -> REALM.equals(args[0]) ? realm : null);
        KeyManager manager = answering(KeyManager.class, this::asKeycloak);
        Map<String, Object> parts = Map.of("realms", realms, "keys", manager);
        return answering(KeycloakSession.class, (name, args) -> parts.get(name));
    }

    private Object asKeycloak(String method, Object... args) {
        return switch (method) {
            case "getKeysStream" -> enabled(args[1], args[2]);
            case "getKey" ->
                enabled(args[2], args[3])
                        .filter(key -> Objects.equals(key.getKid(), args[1]))
                        .findFirst()
                        .orElse(null);
            case "getActiveKey" -> add("made", (KeyUse) args[1], (String) args[2], 64);
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private Stream<KeyWrapper> enabled(Object use, Object algorithm) {
        return keys.stream()
                .filter(key -> key.getStatus().isEnabled()
                        && key.getUse() == use
                        && key.getAlgorithm().equals(algorithm));
    }

    private interface Answer {
        Object to(String method, Object... args);
    }

    private static <T> T answering(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> answer.to(method.getName(), args)));
    }
}
