package io.keyward.mailoutbox.jpa;

import io.keyward.mailoutbox.MailContent;
import io.keyward.mailoutbox.MailRecords;
import io.keyward.mailoutbox.MailStatus;
import io.keyward.mailoutbox.NoTransactionException;
import io.keyward.mailoutbox.OutboxFullException;
import io.keyward.mailoutbox.OutboxProvider;
import io.keyward.mailoutbox.OutgoingMail;
import io.keyward.mailoutbox.seal.Part;
import io.keyward.mailoutbox.seal.SealKey;
import io.keyward.mailoutbox.seal.SealKeys;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.keycloak.common.util.Time;

/** Writes mails; reading them is left to its two rooms. */
final class JpaOutboxProvider implements OutboxProvider {

    private final EntityManager em;
    private final SealKeys keys;
    private final OutboxConfig config;
    private final SizeCap cap;

    JpaOutboxProvider(EntityManager em, SealKeys keys, OutboxConfig config, SizeCap cap) {
        this.em = em;
        this.keys = keys;
        this.config = config;
        this.cap = cap;
    }

    @Override
    public String enqueue(OutgoingMail mail) {
        if (!em.isJoinedToTransaction()) {
            throw new NoTransactionException();
        }
        long now = Time.currentTimeMillis();
        requireRoom(mail.content());
        cap.admit(now, claims()::open);

        MailEntity row = new MailEntity();
        row.id = UUID.randomUUID().toString();
        row.realmId = mail.realmId();
        row.userId = mail.userId();
        row.purpose = mail.purpose();
        row.urgency = mail.urgency().word();
        row.status = MailStatus.QUEUED.word();
        row.messageId = "<" + row.id + "@" + mail.messageHost() + ">";
        SealKey key = keys.active(mail.realmId());
        row.kid = key.kid();
        row.address = key.seal(row.id, Part.ADDRESS, mail.address());
        row.content = key.seal(row.id, Part.CONTENT, ContentJson.write(mail.content()));
        row.createdAt = now;
        row.dueAt = now;
        row.expiresAt = mail.expiresAt() == null ? null : mail.expiresAt().toEpochMilli();
        // Not flushed: what else the sender's transaction holds is written when its owner wants it.
        em.persist(row);
        return row.id;
    }

    private void requireRoom(MailContent content) {
        long size = length(content.subject()) + length(content.text()) + length(content.html());
        if (size > config.maxMailSize()) {
            throw new OutboxFullException("a mail of " + size + " characters is too large for the outbox, see "
                    + OutboxConfig.option(OutboxConfig.MAX_MAIL_SIZE));
        }
    }

    private static long length(String text) {
        return text == null ? 0 : text.length();
    }

    @Override
    public JpaMailClaims claims() {
        return new JpaMailClaims(em, keys);
    }

    @Override
    public MailRecords records() {
        return new JpaMailRecords(em, keys, config.maxQueued());
    }

    @Override
    public void close() {}
}
