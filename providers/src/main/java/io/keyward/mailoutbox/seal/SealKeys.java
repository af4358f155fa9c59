package io.keyward.mailoutbox.seal;

import java.util.Optional;

/** The keys of realms. */
public interface SealKeys {

    /** The key for what is sealed now. */
    SealKey active(String realmId);

    /** The key that something was sealed with, active or passive; empty once it is disabled or gone. */
    Optional<SealKey> find(String realmId, String kid);
}
