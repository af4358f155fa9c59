package io.keyward.mailoutbox.jpa;

import io.keyward.mailoutbox.Claim;
import io.keyward.mailoutbox.Mail;
import io.keyward.mailoutbox.MailClaims;
import io.keyward.mailoutbox.MailFailure;
import io.keyward.mailoutbox.MailStatus;
import io.keyward.mailoutbox.Settlement;
import io.keyward.mailoutbox.Urgency;
import io.keyward.mailoutbox.seal.Part;
import io.keyward.mailoutbox.seal.SealKey;
import io.keyward.mailoutbox.seal.SealKeys;
import io.keyward.mailoutbox.seal.UnreadableException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.query.SelectionQuery;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;

/**
 * A claim locks rows and passes over those that others have locked, so couriers neither wait for each other nor share a mail.
 * {@code DUE_AT} of a claimed row is the end of its lease: a mail whose courier died becomes due by itself.
 */
final class JpaMailClaims implements MailClaims {

    private static final Logger LOG = Logger.getLogger(JpaMailClaims.class);

    private final EntityManager em;
    private final SealKeys keys;

    JpaMailClaims(EntityManager em, SealKeys keys) {
        this.em = em;
        this.keys = keys;
    }

    @Override
    public List<String> dueRealms(int limit) {
        return em.createQuery("select distinct m.realmId from MailEntity m where m.dueAt <= :now", String.class)
                .setParameter("now", Time.currentTimeMillis())
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public Claim claim(String realmId, int limit, Duration lease) {
        long now = Time.currentTimeMillis();
        long until = now + lease.toMillis();
        String leaseId = UUID.randomUUID().toString();
        List<MailEntity> rows = new ArrayList<>();
        // One query each, so that either reads its index from where it is due and no further.
        for (Urgency urgency : Urgency.values()) {
            if (rows.size() < limit) {
                rows.addAll(lock(realmId, urgency, now, limit - rows.size()));
            }
        }
        List<Claim.Claimed> mails = new ArrayList<>();
        for (MailEntity row : rows) {
            em.detach(row);
            open(row, now).ifPresent(mails::add);
        }
        take(mails, leaseId, until);
        return new Claim(leaseId, Instant.ofEpochMilli(until), mails);
    }

    private List<MailEntity> lock(String realmId, Urgency urgency, long now, int limit) {
        var query = em.createQuery("""
                        select m from MailEntity m where m.realmId = :realm and m.urgency = :urgency and m.dueAt <= :now
                        order by m.dueAt""", MailEntity.class)
                .setParameter("realm", realmId)
                .setParameter("urgency", urgency.word())
                .setParameter("now", now)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE);
        query.unwrap(SelectionQuery.class).setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED);
        return query.getResultList();
    }

    private Optional<Claim.Claimed> open(MailEntity row, long now) {
        if (row.expiresAt != null && row.expiresAt <= now) {
            finish(row.id, MailStatus.EXPIRED, null, now);
            return Optional.empty();
        }
        Optional<SealKey> key = keys.find(row.realmId, row.kid);
        if (key.isEmpty()) {
            LOG.errorf("Mail %s of realm %s is lost: the realm's key %s is gone", row.id, row.realmId, row.kid);
            finish(row.id, MailStatus.FAILED, MailFailure.KEY_LOST, now);
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Claim.Claimed(mail(row, key.get()), row.attempts + 1, MailEntity.instant(row.expiresAt)));
        } catch (UnreadableException | IllegalArgumentException e) {
            LOG.errorf("Mail %s of realm %s is lost: what is stored cannot be read", row.id, row.realmId);
            finish(row.id, MailStatus.FAILED, MailFailure.UNREADABLE, now);
            return Optional.empty();
        }
    }

    private static Mail mail(MailEntity row, SealKey key) throws UnreadableException {
        return new Mail(
                row.id,
                row.messageId,
                row.purpose,
                key.open(row.id, Part.ADDRESS, row.address),
                ContentJson.read(key.open(row.id, Part.CONTENT, row.content)),
                Instant.ofEpochMilli(row.createdAt));
    }

    private void take(List<Claim.Claimed> mails, String leaseId, long until) {
        if (!mails.isEmpty()) {
            em.createQuery("""
                            update MailEntity m set m.status = :sending, m.leaseId = :lease, m.dueAt = :until,
                                m.attempts = m.attempts + 1
                            where m.id in (:ids)""")
                    .setParameter("sending", MailStatus.SENDING.word())
                    .setParameter("lease", leaseId)
                    .setParameter("until", until)
                    .setParameter(
                            "ids",
                            mails.stream().map(claimed -> claimed.mail().id()).toList())
                    .executeUpdate();
        }
    }

    private void finish(String id, MailStatus status, MailFailure failure, long now) {
        em.createQuery("""
                        update MailEntity m set m.status = :status, m.failure = :failure, m.finishedAt = :now,
                            m.content = null, m.dueAt = null, m.expiresAt = null, m.leaseId = null
                        where m.id = :id""")
                .setParameter("id", id)
                .setParameter("status", status.word())
                .setParameter("failure", failure == null ? null : failure.word())
                .setParameter("now", now)
                .executeUpdate();
    }

    @Override
    public int settle(String leaseId, List<Settlement> settlements) {
        // In one order, so that two couriers, one of them late, cannot lock each other out.
        return settlements.stream()
                .sorted((a, b) -> a.mailId().compareTo(b.mailId()))
                .mapToInt(settlement -> settle(leaseId, settlement))
                .sum();
    }

    private int settle(String leaseId, Settlement settlement) {
        if (settlement.status() == MailStatus.QUEUED) {
            return release(leaseId, settlement);
        }
        if (settlement.status() == MailStatus.SENDING) {
            throw new IllegalArgumentException("sending is no result");
        }
        boolean open = settlement.status().open();
        String wipe = open ? "" : ", m.content = null, m.expiresAt = null";
        return em.createQuery("update MailEntity m set m.status = :status, m.failure = :failure, m.replyCode = :code,"
                        + " m.dueAt = :due, m.finishedAt = :finished, m.leaseId = null" + wipe
                        + " where m.id = :id and m.leaseId = :lease")
                .setParameter("id", settlement.mailId())
                .setParameter("lease", leaseId)
                .setParameter("status", settlement.status().word())
                .setParameter(
                        "failure",
                        settlement.failure() == null
                                ? null
                                : settlement.failure().word())
                .setParameter("code", settlement.replyCode())
                .setParameter("due", open ? settlement.dueAt().toEpochMilli() : null)
                .setParameter("finished", open ? null : Time.currentTimeMillis())
                .executeUpdate();
    }

    private int release(String leaseId, Settlement settlement) {
        return em.createQuery("""
                        update MailEntity m set m.attempts = m.attempts - 1, m.dueAt = :due, m.leaseId = null,
                            m.status = case when m.attempts > 1 then :retrying else :queued end
                        where m.id = :id and m.leaseId = :lease""")
                .setParameter("id", settlement.mailId())
                .setParameter("lease", leaseId)
                .setParameter("due", settlement.dueAt().toEpochMilli())
                .setParameter("retrying", MailStatus.RETRYING.word())
                .setParameter("queued", MailStatus.QUEUED.word())
                .executeUpdate();
    }

    @Override
    public int expire(int limit) {
        long now = Time.currentTimeMillis();
        // Not those that a courier holds, whose DUE_AT lies ahead.
        List<String> ids = em.createQuery("""
                        select m.id from MailEntity m where m.expiresAt <= :now
                        and (m.status <> :sending or m.dueAt <= :now) order by m.expiresAt""", String.class)
                .setParameter("now", now)
                .setParameter("sending", MailStatus.SENDING.word())
                .setMaxResults(limit)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : em.createQuery("""
                                update MailEntity m set m.status = :expired, m.finishedAt = :now, m.content = null,
                                    m.dueAt = null, m.expiresAt = null, m.leaseId = null
                                where m.id in (:ids) and (m.status <> :sending or m.dueAt <= :now) and m.finishedAt is null""")
                        .setParameter("ids", ids)
                        .setParameter("now", now)
                        .setParameter("expired", MailStatus.EXPIRED.word())
                        .setParameter("sending", MailStatus.SENDING.word())
                        .executeUpdate();
    }

    /** How many mails are still to be delivered. */
    long open() {
        return em.createQuery("select count(m) from MailEntity m where m.dueAt > 0", Long.class)
                .getSingleResult();
    }
}
