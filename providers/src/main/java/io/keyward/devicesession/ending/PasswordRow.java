package io.keyward.devicesession.ending;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;

/**
 * The stored password in the database itself. Whoever makes a session by it shares a lock on its row, and whoever changes it waits
 * for those: so a session is either there to be ended when the password changes, or is never made.
 */
record PasswordRow(KeycloakSession session) {

    private static final String HOLD =
            "select ID, CREATED_DATE from CREDENTIAL where USER_ID = :user and TYPE = 'password' for share";

    /**
     * Holds it until the transaction ends. Waits for a change under way.
     *
     * @param cached the account as a cache has it, which may be behind
     * @return the same with the password of now
     */
    AccountEpoch held(AccountEpoch cached, UserModel user) {
        if (!StorageId.isLocalStorage(user.getId())) {
            return cached;
        }
        List<?> rows =
                em().createNativeQuery(HOLD).setParameter("user", user.getId()).getResultList();
        String password = rows.stream()
                .map(Object[].class::cast)
                .map(row -> AccountEpoch.stamp((String) row[0], (Number) row[1]))
                .sorted()
                .collect(Collectors.joining(","));
        return new AccountEpoch(cached.notBefore(), password.isEmpty() ? AccountEpoch.NONE : password, user.getId());
    }

    /** Writes what has changed so far, and thereby waits for those who hold the password of before. */
    void changed() {
        em().flush();
    }

    private EntityManager em() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
