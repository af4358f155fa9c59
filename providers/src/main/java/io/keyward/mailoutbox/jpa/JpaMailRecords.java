package io.keyward.mailoutbox.jpa;

import io.keyward.mailoutbox.Backlog;
import io.keyward.mailoutbox.DeliveryReport;
import io.keyward.mailoutbox.MailFailure;
import io.keyward.mailoutbox.MailQuery;
import io.keyward.mailoutbox.MailRecord;
import io.keyward.mailoutbox.MailRecords;
import io.keyward.mailoutbox.MailStatus;
import io.keyward.mailoutbox.MailTally;
import io.keyward.mailoutbox.seal.Part;
import io.keyward.mailoutbox.seal.SealKey;
import io.keyward.mailoutbox.seal.SealKeys;
import io.keyward.mailoutbox.seal.UnreadableException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.keycloak.common.util.Time;

/** An address is opened only for the one mail that is looked at. */
final class JpaMailRecords implements MailRecords {

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private static final List<String> PASSING = Arrays.stream(DeliveryReport.Kind.values())
            .filter(DeliveryReport.Kind::passing)
            .map(DeliveryReport.Kind::word)
            .toList();

    private final EntityManager em;
    private final SealKeys keys;
    private final int capacity;

    JpaMailRecords(EntityManager em, SealKeys keys, int capacity) {
        this.em = em;
        this.keys = keys;
        this.capacity = capacity;
    }

    @Override
    public MailTally tally(String realmId) {
        Map<MailStatus, Long> counts = new EnumMap<>(MailStatus.class);
        for (MailStatus status : MailStatus.values()) {
            counts.put(status, 0L);
        }
        em.createQuery(
                        "select m.status, count(m) from MailEntity m where m.realmId = :realm group by m.status",
                        Object[].class)
                .setParameter("realm", realmId)
                .getResultList()
                .forEach(row -> MailStatus.of((String) row[0]).ifPresent(status -> counts.put(status, (Long) row[1])));
        Map<MailFailure, Long> failures = new EnumMap<>(MailFailure.class);
        Long oldest = null;
        // Apart from the counts, which an index answers alone.
        for (Object[] row : em.createQuery("""
                        select m.status, m.failure, count(m), min(m.createdAt) from MailEntity m
                        where m.realmId = :realm and m.status in (:open) group by m.status, m.failure""", Object[].class)
                .setParameter("realm", realmId)
                .setParameter("open", open())
                .getResultList()) {
            oldest = earlier(oldest, (Long) row[3]);
            if (MailStatus.RETRYING.word().equals(row[0])) {
                MailFailure.of((String) row[1]).ifPresent(failure -> failures.put(failure, (Long) row[2]));
            }
        }
        return new MailTally(counts, failures, MailEntity.instant(oldest));
    }

    private static List<String> open() {
        return Arrays.stream(MailStatus.values())
                .filter(MailStatus::open)
                .map(MailStatus::word)
                .toList();
    }

    @Override
    public List<MailRecord> list(MailQuery query) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder hql =
                new StringBuilder("select " + MailRow.COLUMNS + " from MailEntity m where m.realmId = :realm");
        values.put("realm", query.realmId());
        if (query.status() != null) {
            hql.append(" and m.status = :status");
            values.put("status", query.status().word());
        }
        if (query.purpose() != null) {
            hql.append(" and m.purpose = :purpose");
            values.put("purpose", query.purpose());
        }
        if (query.userId() != null) {
            hql.append(" and m.userId = :user");
            values.put("user", query.userId());
        }
        if (query.before() != null) {
            // The first condition is implied by the second, and is what an index can begin from.
            hql.append(" and m.createdAt <= :created and (m.createdAt < :created or m.id < :id)");
            values.put("created", query.before().createdAt().toEpochMilli());
            values.put("id", query.before().id());
        }
        TypedQuery<Tuple> page = em.createQuery(hql + " order by m.createdAt desc, m.id desc", Tuple.class)
                .setMaxResults(query.limit());
        values.forEach(page::setParameter);
        return page.getResultList().stream().map(MailRow::record).toList();
    }

    @Override
    public Optional<MailRecord> find(String realmId, String id) {
        if (!possible(id)) {
            return Optional.empty();
        }
        return em
                .createQuery("select m from MailEntity m where m.realmId = :realm and m.id = :id", MailEntity.class)
                .setParameter("realm", realmId)
                .setParameter("id", id)
                .getResultList()
                .stream()
                .findFirst()
                .map(this::view);
    }

    private MailRecord view(MailEntity row) {
        em.detach(row);
        return row.view(address(row));
    }

    private String address(MailEntity row) {
        Optional<SealKey> key = keys.find(row.realmId, row.kid);
        try {
            return key.isEmpty() ? null : key.get().open(row.id, Part.ADDRESS, row.address);
        } catch (UnreadableException e) {
            return null;
        }
    }

    @Override
    public boolean resend(String realmId, String id) {
        return possible(id)
                && em.createQuery("""
                                        update MailEntity m set m.dueAt = :now
                                        where m.id = :id and m.realmId = :realm and m.status in (:waiting)""")
                                .setParameter("id", id)
                                .setParameter("realm", realmId)
                                .setParameter("now", Time.currentTimeMillis())
                                .setParameter("waiting", waiting())
                                .executeUpdate()
                        == 1;
    }

    @Override
    public int resendAll(String realmId) {
        return em.createQuery("""
                        update MailEntity m set m.dueAt = :now
                        where m.realmId = :realm and m.status in (:waiting)""")
                .setParameter("realm", realmId)
                .setParameter("now", Time.currentTimeMillis())
                .setParameter("waiting", waiting())
                .executeUpdate();
    }

    @Override
    public boolean cancel(String realmId, String id) {
        return possible(id)
                && em.createQuery("""
                                        update MailEntity m set m.status = :failed, m.failure = :cancelled, m.finishedAt = :now,
                                            m.content = null, m.dueAt = null, m.expiresAt = null
                                        where m.id = :id and m.realmId = :realm and m.status in (:waiting)""")
                                .setParameter("id", id)
                                .setParameter("realm", realmId)
                                .setParameter("failed", MailStatus.FAILED.word())
                                .setParameter("cancelled", MailFailure.CANCELLED.word())
                                .setParameter("now", Time.currentTimeMillis())
                                .setParameter("waiting", waiting())
                                .executeUpdate()
                        == 1;
    }

    @Override
    public boolean report(String realmId, String id, DeliveryReport report) {
        return possible(id)
                && em.createQuery("""
                                        update MailEntity m set m.report = :kind, m.reportedAt = :at,
                                            m.reportCategory = :category, m.reportCode = :code
                                        where m.id = :id and m.realmId = :realm
                                            and (m.reportedAt is null or m.reportedAt < :at
                                                or m.reportedAt = :at and m.report in (:replaced))""")
                                .setParameter("id", id)
                                .setParameter("realm", realmId)
                                .setParameter("kind", report.kind().word())
                                .setParameter("at", report.at().toEpochMilli())
                                .setParameter("category", report.category())
                                .setParameter("code", report.replyCode() == 0 ? null : report.replyCode())
                                .setParameter("replaced", report.kind().passing() ? List.of("") : PASSING)
                                .executeUpdate()
                        == 1;
    }

    private static List<String> waiting() {
        return List.of(MailStatus.QUEUED.word(), MailStatus.RETRYING.word());
    }

    @Override
    public Backlog backlog() {
        long mails = 0;
        Long oldest = null;
        Long untried = null;
        Set<String> realms = new HashSet<>();
        for (Object[] row : em.createQuery("""
                        select m.realmId, count(m), min(m.createdAt),
                            min(case when m.status = :queued then m.createdAt end)
                        from MailEntity m where m.dueAt > 0 group by m.realmId""", Object[].class)
                .setParameter("queued", MailStatus.QUEUED.word())
                .getResultList()) {
            realms.add((String) row[0]);
            mails += (Long) row[1];
            oldest = earlier(oldest, (Long) row[2]);
            untried = earlier(untried, (Long) row[3]);
        }
        return new Backlog(mails, capacity, MailEntity.instant(oldest), MailEntity.instant(untried), realms);
    }

    private static Long earlier(Long one, Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }

    @Override
    public void removeUser(String realmId, String userId) {
        em.createQuery("delete from MailEntity m where m.realmId = :realm and m.userId = :user")
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    @Override
    public void removeRealm(String realmId) {
        em.createQuery("delete from MailEntity m where m.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    @Override
    public int purge(Instant finishedBefore, int limit) {
        List<String> ids = em.createQuery(
                        "select m.id from MailEntity m where m.finishedAt < :before order by m.finishedAt",
                        String.class)
                .setParameter("before", finishedBefore.toEpochMilli())
                .setMaxResults(limit)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : em.createQuery("delete from MailEntity m where m.id in (:ids)")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }

    /** PostgreSQL takes no NUL in a text and says so with an error; an id may come from anywhere. */
    private static boolean possible(String id) {
        return id != null && id.length() == 36 && ID.matcher(id).matches();
    }
}
