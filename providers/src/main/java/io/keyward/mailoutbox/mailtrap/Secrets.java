package io.keyward.mailoutbox.mailtrap;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.vault.VaultStringSecret;

/** Settings that may name an entry of the vault, as {@code ${vault.mailtrap}}. */
final class Secrets {

    private Secrets() {}

    /** The entry, or the text itself where it is no reference; empty if the vault has no such entry. */
    static Optional<String> resolve(KeycloakSession session, String text) {
        try (VaultStringSecret secret = session.vault().getStringSecret(text)) {
            return secret.get().map(String::strip).filter(value -> !value.isEmpty());
        }
    }
}
