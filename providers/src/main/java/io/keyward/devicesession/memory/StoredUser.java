package io.keyward.devicesession.memory;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * What PostgreSQL says of a user now.
 *
 * @param state stands for all that Keycloak keeps of the user but consents and links to identity providers: another one after any
 *     change of the row, of attributes, credentials, required actions, roles or groups. Comes from the versions of the rows
 *     ({@code xmin}) and holds nothing that is secret
 */
record StoredUser(String email, boolean emailVerified, boolean enabled, int notBefore, String state) {

    private static final String READ = """
            select u.EMAIL, u.EMAIL_VERIFIED, u.ENABLED, u.NOT_BEFORE, encode(sha256(convert_to(concat(cast(u.xmin as text),
                '|', (select string_agg(concat(c.ID, ' ', cast(c.xmin as text)), ',' order by c.ID)
                      from {h-schema}CREDENTIAL c where c.USER_ID = u.ID),
                '|', (select string_agg(concat(a.ID, ' ', cast(a.xmin as text)), ',' order by a.ID)
                      from {h-schema}USER_ATTRIBUTE a where a.USER_ID = u.ID),
                '|', (select string_agg(q.REQUIRED_ACTION, ',' order by q.REQUIRED_ACTION)
                      from {h-schema}USER_REQUIRED_ACTION q where q.USER_ID = u.ID),
                '|', (select string_agg(r.ROLE_ID, ',' order by r.ROLE_ID)
                      from {h-schema}USER_ROLE_MAPPING r where r.USER_ID = u.ID),
                '|', (select string_agg(g.GROUP_ID, ',' order by g.GROUP_ID)
                      from {h-schema}USER_GROUP_MEMBERSHIP g where g.USER_ID = u.ID)), 'UTF8')), 'hex')
            from {h-schema}USER_ENTITY u where u.ID = :id""";

    /** One statement; empty where there is no such user any more. */
    static Optional<StoredUser> read(KeycloakSession session, String id) {
        EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        // What waits to be written by this request is no news to it.
        List<?> rows = em.createNativeQuery(READ)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("id", id)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(StoredUser::of).findFirst();
    }

    private static StoredUser of(Object[] row) {
        int notBefore = row[3] == null ? 0 : ((Number) row[3]).intValue();
        return new StoredUser((String) row[0], (Boolean) row[1], (Boolean) row[2], notBefore, (String) row[4]);
    }

    /** Whether this is what was loaded, as far as it decides who comes in. */
    boolean is(UserModel loaded, int loadedNotBefore) {
        return Objects.equals(email, loaded.getEmail())
                && emailVerified == loaded.isEmailVerified()
                && enabled == loaded.isEnabled()
                && notBefore == loadedNotBefore;
    }
}
