package io.keyward.emailverification.undelivered;

import io.keyward.emailverification.proof.EmailProofs;
import io.keyward.mailoutbox.DeliveryReport;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Which users cannot be reached by mail. Said by the mail service alone; the person cannot change it, and overcomes it by proving
 * an address, be it the same one. It says nothing about proofs: an address that was proved stays proved.
 */
public final class UndeliveredAddresses {

    private final KeycloakSession session;
    private final UndeliveredRows rows;

    public UndeliveredAddresses(KeycloakSession session) {
        this.session = session;
        this.rows = new UndeliveredRows(session);
    }

    /** What is known about the user's current address. Costs one read by primary key where nothing is known. */
    public Optional<UndeliveredAddress> current(UserModel user) {
        return standing(user)
                .filter(row -> row.address.equalsIgnoreCase(user.getEmail()))
                .map(UndeliveredEntity::toAddress);
    }

    /** The address that the user has, or had, and has proved none in the place of since. */
    public Optional<UndeliveredAddress> owed(UserModel user) {
        return standing(user).map(UndeliveredEntity::toAddress);
    }

    private Optional<UndeliveredEntity> standing(UserModel user) {
        return Optional.ofNullable(rows.find(user.getId()))
                .filter(row -> row.clearedAt == null)
                .filter(row -> !provedSince(user, Instant.ofEpochMilli(row.reportedAt)));
    }

    private boolean provedSince(UserModel user, Instant time) {
        return new EmailProofs(session)
                .history(user).stream()
                        .anyMatch(proof ->
                                proof.voidedAt() == null && proof.provedAt().isAfter(time));
    }

    /**
     * Mail does not reach the user at this address. Of no effect if the user has another one by now, or if something later is
     * known.
     */
    void mark(RealmModel realm, UserModel user, String address, DeliveryReport report) {
        if (!address.equalsIgnoreCase(user.getEmail())) {
            return;
        }
        UndeliveredEntity row = rows.findForUpdate(user.getId());
        if (row == null) {
            rows.add(filled(new UndeliveredEntity(), realm, user, report));
        } else if (older(row, report.at())) {
            filled(row, realm, user, report);
        }
    }

    private static UndeliveredEntity filled(
            UndeliveredEntity row, RealmModel realm, UserModel user, DeliveryReport report) {
        row.userId = user.getId();
        row.realmId = realm.getId();
        row.address = user.getEmail();
        row.reason = report.kind().word();
        row.category = report.category();
        row.replyCode = report.replyCode();
        row.reportedAt = report.at().toEpochMilli();
        row.clearedAt = null;
        return row;
    }

    /** Mail reached the user at this address after all. */
    void reached(UserModel user, String address, Instant at) {
        UndeliveredEntity row = rows.findForUpdate(user.getId());
        if (row != null && row.address.equalsIgnoreCase(address) && older(row, at)) {
            row.clearedAt = at.toEpochMilli();
        }
    }

    /** An administrator knows better; reports of what happened before count no more. False if there was nothing to clear. */
    boolean clear(UserModel user) {
        UndeliveredEntity row = rows.findForUpdate(user.getId());
        if (row == null || row.clearedAt != null) {
            return false;
        }
        row.clearedAt = Time.currentTimeMillis();
        return true;
    }

    private static boolean older(UndeliveredEntity row, Instant at) {
        long known = row.clearedAt == null ? row.reportedAt : Math.max(row.clearedAt, row.reportedAt);
        return at.toEpochMilli() > known;
    }
}
