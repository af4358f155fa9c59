package io.keyward.devicesession.memory;

import java.util.Objects;
import org.keycloak.models.UserModel;

/**
 * What PostgreSQL says of a user now.
 *
 * @param state as {@link StoredUsers} describes it
 * @param notBefore seconds; 0 for none
 */
record StoredUser(String state, String email, boolean emailVerified, boolean enabled, int notBefore) {

    /** Whether this is what was loaded, as far as it decides who comes in. */
    boolean is(UserModel loaded, int loadedNotBefore) {
        return Objects.equals(email, loaded.getEmail())
                && emailVerified == loaded.isEmailVerified()
                && enabled == loaded.isEnabled()
                && notBefore == loadedNotBefore;
    }
}
