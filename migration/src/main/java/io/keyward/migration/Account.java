package io.keyward.migration;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A user as Keycloak is to have it. */
record Account(
        UUID id,
        String email,
        Optional<PersonName> name,
        Role role,
        boolean verified,
        Optional<BcryptText> hash,
        Optional<Instant> createdAt) {}
