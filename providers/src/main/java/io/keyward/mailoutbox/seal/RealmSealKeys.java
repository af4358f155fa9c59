package io.keyward.mailoutbox.seal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Keys of Keycloak's key manager: the realm's HS512 secret, or its AES secret where it has no other. HS512 first, since
 * Keycloak makes that one with 512 bits and more, the AES one with 128.
 */
public final class RealmSealKeys implements SealKeys {

    private record Kind(KeyUse use, String algorithm) {}

    private static final List<Kind> KINDS =
            List.of(new Kind(KeyUse.SIG, Algorithm.HS512), new Kind(KeyUse.ENC, Algorithm.AES));

    private final KeycloakSession session;
    private final Map<String, Optional<SealKey>> known = new HashMap<>();

    public RealmSealKeys(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public SealKey active(String realmId) {
        RealmModel realm = session.realms().getRealm(realmId);
        KeyWrapper key = KINDS.stream()
                .flatMap(kind -> session.keys().getKeysStream(realm, kind.use(), kind.algorithm()))
                .filter(candidate -> candidate.getStatus().isActive() && candidate.getSecretKey() != null)
                .findFirst()
                // Lets Keycloak make one, as it does for whatever else it signs.
                .orElseGet(() -> session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512));
        return derive(realmId, key);
    }

    @Override
    public Optional<SealKey> find(String realmId, String kid) {
        return known.computeIfAbsent(realmId + " " + kid, unused -> search(realmId, kid));
    }

    private Optional<SealKey> search(String realmId, String kid) {
        RealmModel realm = session.realms().getRealm(realmId);
        if (realm == null) {
            return Optional.empty();
        }
        return KINDS.stream()
                .map(kind -> session.keys().getKey(realm, kid, kind.use(), kind.algorithm()))
                .filter(key -> key != null && key.getSecretKey() != null)
                .findFirst()
                .map(key -> derive(realmId, key));
    }

    private static SealKey derive(String realmId, KeyWrapper key) {
        return SealKey.derive(realmId, key.getKid(), key.getSecretKey().getEncoded());
    }
}
