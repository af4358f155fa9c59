package io.keyward.devicesession.memory;

import jakarta.persistence.EntityManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.hibernate.Session;
import org.keycloak.connections.jpa.util.JpaUtils;

/**
 * Users in PostgreSQL, each with a state that stands for all that Keycloak keeps of it but consents and links to identity providers:
 * another one after any change of the row, of attributes, credentials, required actions, roles or groups. It comes from the versions
 * of the rows ({@code xmin}) and holds nothing that is secret. Read past Hibernate, which takes longer over it than PostgreSQL does;
 * what waits in the context to be written goes on waiting.
 */
final class StoredUsers {

    /** Rows come in the order in which they lie. Should they come in another, that is taken for a change and costs no more. */
    private static final String STATE = """
            select encode(sha256(convert_to(concat(u.xmin, (select string_agg(part, ',') from (
                select concat('c', c.ID, c.xmin) as part from %s c where c.USER_ID = u.ID
                union all select concat('a', a.ID, a.xmin) from %s a where a.USER_ID = u.ID
                union all select concat('q', q.REQUIRED_ACTION) from %s q where q.USER_ID = u.ID
                union all select concat('r', r.ROLE_ID) from %s r where r.USER_ID = u.ID
                union all select concat('g', g.GROUP_ID) from %s g where g.USER_ID = u.ID) parts)), 'UTF8')), 'hex')""";

    private final String compare;
    private final String read;

    /** Needs no connection: how tables are called is known to the server. */
    StoredUsers(EntityManager em) {
        String state = STATE.formatted(
                table(em, "CREDENTIAL"),
                table(em, "USER_ATTRIBUTE"),
                table(em, "USER_REQUIRED_ACTION"),
                table(em, "USER_ROLE_MAPPING"),
                table(em, "USER_GROUP_MEMBERSHIP"));
        String ofOne = " from " + table(em, "USER_ENTITY") + " u where u.ID = ?";
        this.compare = state + ofOne;
        this.read = state + ", u.EMAIL, u.EMAIL_VERIFIED, u.ENABLED, u.NOT_BEFORE" + ofOne;
    }

    /** Whether the user is still in this state. One statement; no for one who is gone. */
    boolean in(EntityManager em, String id, Object state) {
        return ask(em, compare, id, row -> row.getString(1))
                .filter(state::equals)
                .isPresent();
    }

    /** One statement; empty for one who is gone. */
    Optional<StoredUser> find(EntityManager em, String id) {
        return ask(
                em,
                read,
                id,
                row -> new StoredUser(
                        row.getString(1), row.getString(2), row.getBoolean(3), row.getBoolean(4), row.getInt(5)));
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> Optional<T> ask(EntityManager em, String statement, String id, Row<T> reader) {
        return em.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                prepared.setString(1, id);
                try (ResultSet rows = prepared.executeQuery()) {
                    return rows.next() ? Optional.of(reader.of(rows)) : Optional.empty();
                }
            }
        });
    }

    private static String table(EntityManager em, String name) {
        return JpaUtils.getTableNameForNativeQuery(name, em);
    }
}
