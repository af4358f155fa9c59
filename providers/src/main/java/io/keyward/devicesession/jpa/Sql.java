package io.keyward.devicesession.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/**
 * Statements that run at each sign-in or refresh are in SQL: Hibernate translates one in its own language anew each time.
 *
 * @param table the table that they write
 */
record Sql(EntityManager em, String table) {

    /** Without this hint of Hibernate's a statement has everything written first that waits in the context. */
    private static final String SPACES = "org.hibernate.query.native.spaces";

    Query statement(String text) {
        return em.createNativeQuery(text).setHint(SPACES, table);
    }
}
