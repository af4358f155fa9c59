package io.keyward.onetimetoken;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.keycloak.common.util.Time;

/**
 * Every change is one conditional statement, whose row count says who won, so it is right on any number of nodes that share the
 * database. It needs isolation READ COMMITTED, which is what Keycloak runs with.
 */
final class JpaOneTimeTokenProvider implements OneTimeTokenProvider {

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final Pattern WORD = Pattern.compile("[a-z0-9-]{1,64}");
    /** Far more than issuers of one user and purpose that could ever be at it together. */
    private static final int TURNS = 1_000;

    private final EntityManager em;

    JpaOneTimeTokenProvider(EntityManager em) {
        this.em = em;
    }

    /**
     * The unique constraint holds that one token is pending. Two transactions that issue at once do not see each other's rows:
     * {@code on conflict do nothing} lets the second wait for the first to commit, and then answers 0 instead of breaking the
     * transaction, so it supersedes the row that it now sees and inserts again. Unlike a lock on the row of the user this also
     * serves federated users, who have none, and blocks nothing else that happens to the user. H2, which Keycloak has for
     * development only, knows no such clause: there the second of two concurrent issuers fails.
     */
    @Override
    public IssuedToken issue(TokenRequest request) {
        RawToken token = RawToken.random();
        String id = UUID.randomUUID().toString();
        long now = Time.currentTimeMillis();
        long expiresAt = now + request.lifespan().toMillis();
        Query insert = insert(request, id, token, now, expiresAt);
        for (int turn = 0; turn < TURNS; turn++) {
            revoke(request.realmId(), request.userId(), request.purpose());
            if (insert.executeUpdate() == 1) {
                return new IssuedToken(id, token, Instant.ofEpochMilli(expiresAt));
            }
        }
        throw new IllegalStateException("gave up issuing a token: others do so all the time");
    }

    private Query insert(TokenRequest request, String id, RawToken token, long now, long expiresAt) {
        CodeRequest code = request.code();
        return em.createQuery("""
                        insert into OneTimeTokenEntity (id, realmId, userId, purpose, address, tokenHash, binding, pending,
                            issuedAt, expiresAt, codeHash, codeExpiresAt, codeTries)
                        values (:id, :realm, :user, :purpose, :address, :hash, :binding, true,
                            :now, :expires, :codeHash, :codeExpires, :codeTries)
                        on conflict (realmId, userId, purpose, pending) do nothing""")
                .setParameter("id", id)
                .setParameter("realm", request.realmId())
                .setParameter("user", request.userId())
                .setParameter("purpose", request.purpose())
                .setParameter("address", request.address())
                .setParameter("hash", token.hash().value())
                .setParameter("binding", request.binding())
                .setParameter("now", now)
                .setParameter("expires", expiresAt)
                .setParameter("codeHash", code == null ? null : code.codeHash())
                .setParameter(
                        "codeExpires",
                        code == null ? null : now + code.lifespan().toMillis())
                .setParameter("codeTries", code == null ? null : code.tries());
    }

    @Override
    public Optional<OneTimeToken> find(String realmId, String purpose, RawToken token) {
        return read(em.createQuery(
                                "select t from OneTimeTokenEntity t"
                                        + " where t.realmId = :realm and t.purpose = :purpose and t.tokenHash = :hash",
                                OneTimeTokenEntity.class)
                        .setParameter("realm", realmId)
                        .setParameter("purpose", purpose)
                        .setParameter("hash", token.hash().value()))
                .map(row -> row.view(Time.currentTimeMillis()));
    }

    @Override
    public Optional<OneTimeToken> findById(String realmId, String id) {
        return row(realmId, id).map(row -> row.view(Time.currentTimeMillis()));
    }

    @Override
    public boolean consume(String realmId, String id, String outcome) {
        requireWord(outcome);
        return possible(id)
                && em.createQuery("""
                                        update OneTimeTokenEntity t
                                        set t.pending = null, t.consumedAt = :now, t.outcome = :outcome
                                        where t.id = :id and t.realmId = :realm and t.pending = true and t.expiresAt > :now""")
                                .setParameter("id", id)
                                .setParameter("realm", realmId)
                                .setParameter("outcome", outcome)
                                .setParameter("now", Time.currentTimeMillis())
                                .executeUpdate()
                        == 1;
    }

    @Override
    public CodeResult tryCode(String realmId, String id, String codeHash, String outcome) {
        requireWord(outcome);
        boolean taken = takeTry(realmId, id);
        // After a try was taken nobody else can change the row until this transaction ends.
        OneTimeTokenEntity row = row(realmId, id).orElse(null);
        if (row == null) {
            return CodeResult.NOT_PENDING;
        }
        if (!taken) {
            return row.refusal(Time.currentTimeMillis());
        }
        if (!TokenHash.same(row.codeHash, codeHash)) {
            return CodeResult.wrong(row.codeTries);
        }
        return consume(realmId, id, outcome) ? CodeResult.ACCEPTED : CodeResult.EXPIRED;
    }

    /** The try is taken before the code is looked at: any number of guesses at once get no more than there are tries. */
    private boolean takeTry(String realmId, String id) {
        return possible(id)
                && em.createQuery("""
                                        update OneTimeTokenEntity t set t.codeTries = t.codeTries - 1
                                        where t.id = :id and t.realmId = :realm and t.pending = true and t.expiresAt > :now
                                        and t.codeHash is not null and t.codeExpiresAt > :now and t.codeTries > 0""")
                                .setParameter("id", id)
                                .setParameter("realm", realmId)
                                .setParameter("now", Time.currentTimeMillis())
                                .executeUpdate()
                        == 1;
    }

    @Override
    public long issuedSince(String realmId, String userId, String purpose, Instant since) {
        return em.createQuery("""
                        select count(t) from OneTimeTokenEntity t where t.realmId = :realm and t.userId = :user
                        and t.purpose = :purpose and t.issuedAt >= :since""", Long.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .setParameter("purpose", purpose)
                .setParameter("since", since.toEpochMilli())
                .getSingleResult();
    }

    @Override
    public void revoke(String realmId, String userId, String purpose) {
        em.createQuery("""
                        update OneTimeTokenEntity t set t.pending = null where t.realmId = :realm and t.userId = :user
                        and t.purpose = :purpose and t.pending = true""")
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .setParameter("purpose", purpose)
                .executeUpdate();
    }

    @Override
    public void removeUser(String realmId, String userId) {
        em.createQuery("delete from OneTimeTokenEntity t where t.realmId = :realm and t.userId = :user")
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    @Override
    public void removeRealm(String realmId) {
        em.createQuery("delete from OneTimeTokenEntity t where t.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    @Override
    public int purge(Instant expiredBefore, int limit) {
        return delete(em.createQuery(
                        "select t.id from OneTimeTokenEntity t where t.expiresAt < :before order by t.expiresAt",
                        String.class)
                .setParameter("before", expiredBefore.toEpochMilli())
                .setMaxResults(limit)
                .getResultList());
    }

    /**
     * Users in Keycloak's own store have a row in USER_ENTITY; the id of any other names the component that it comes from. In
     * SQL, so that the entity needs no relation to those of Keycloak.
     */
    @Override
    @SuppressWarnings("unchecked") // a native query knows nothing of generics
    public int purgeOrphans(int limit) {
        return delete(
                em.createNativeQuery("""
                        select t.ID from {h-schema}KEYWARD_ONE_TIME_TOKEN t
                        where not exists (select 1 from {h-schema}USER_ENTITY u where u.ID = t.USER_ID)
                        and not exists (select 1 from {h-schema}COMPONENT c where t.USER_ID like concat('f:', c.ID, ':%'))""", String.class).setMaxResults(limit).getResultList());
    }

    private int delete(List<String> ids) {
        return ids.isEmpty()
                ? 0
                : em.createQuery("delete from OneTimeTokenEntity t where t.id in (:ids)")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }

    private Optional<OneTimeTokenEntity> row(String realmId, String id) {
        if (!possible(id)) {
            return Optional.empty();
        }
        return read(em.createQuery(
                        "select t from OneTimeTokenEntity t where t.realmId = :realm and t.id = :id",
                        OneTimeTokenEntity.class)
                .setParameter("realm", realmId)
                .setParameter("id", id));
    }

    /** Detached at once, so that the next reading comes from the database and not from the persistence context. */
    private Optional<OneTimeTokenEntity> read(TypedQuery<OneTimeTokenEntity> query) {
        Optional<OneTimeTokenEntity> row = query.getResultList().stream().findFirst();
        row.ifPresent(em::detach);
        return row;
    }

    /** PostgreSQL takes no NUL in a text and says so with an error; an id may come from anywhere. */
    private static boolean possible(String id) {
        return id != null && id.length() == 36 && ID.matcher(id).matches();
    }

    private static void requireWord(String outcome) {
        if (outcome == null || !WORD.matcher(outcome).matches()) {
            throw new IllegalArgumentException("an outcome is 1 to 64 lower-case letters, digits and hyphens");
        }
    }

    @Override
    public void close() {}
}
