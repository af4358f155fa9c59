package io.keyward.mailoutbox.seal;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Keys of realms in memory. */
public final class TestKeys implements SealKeys {

    private final Map<String, SealKey> active = new ConcurrentHashMap<>();
    private final Map<String, SealKey> all = new ConcurrentHashMap<>();

    @Override
    public SealKey active(String realmId) {
        return active.computeIfAbsent(realmId, this::make);
    }

    private SealKey make(String realmId) {
        byte[] secret = new byte[64];
        new SecureRandom().nextBytes(secret);
        SealKey key = SealKey.derive(realmId, UUID.randomUUID().toString(), secret);
        all.put(realmId + key.kid(), key);
        return key;
    }

    @Override
    public Optional<SealKey> find(String realmId, String kid) {
        return Optional.ofNullable(all.get(realmId + kid));
    }

    public void rotate(String realmId) {
        active.remove(realmId);
    }

    public void lose(String realmId) {
        active.remove(realmId);
        all.keySet().removeIf(key -> key.startsWith(realmId));
    }
}
