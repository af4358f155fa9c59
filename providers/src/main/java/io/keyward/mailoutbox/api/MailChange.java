package io.keyward.mailoutbox.api;

import io.keyward.endpoint.AdminRequest;
import io.keyward.mailoutbox.MailRecord;
import io.keyward.mailoutbox.MailRecords;
import io.keyward.mailoutbox.courier.Courier;
import io.keyward.mailoutbox.sender.OutboxEmailSenderProviderFactory;
import java.util.Map;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.AbstractKeycloakTransaction;

/** What an administrator does with mails that wait. Each is one admin event. */
final class MailChange {

    private static final String RESOURCE = "KEYWARD_MAIL";

    private final AdminRequest request;
    private final MailRecords mails;

    MailChange(AdminRequest request, MailRecords mails) {
        this.request = request;
        this.mails = mails;
    }

    void resend(MailRecord mail) {
        done(mail, mails.resend(request.realm().getId(), mail.id()));
        urgeAfterCommit();
    }

    /** @return how many mails are due now; without any there is no event */
    int resendAll() {
        int due = mails.resendAll(request.realm().getId());
        if (due > 0) {
            told(Map.of("mails", due));
            urgeAfterCommit();
        }
        return due;
    }

    void cancel(MailRecord mail) {
        done(mail, mails.cancel(request.realm().getId(), mail.id()));
    }

    private void done(MailRecord mail, boolean done) {
        if (!done) {
            throw Answers.notWaiting();
        }
        told(Map.of("purpose", mail.purpose(), "statusBefore", mail.status().word()));
    }

    private void told(Map<String, Object> what) {
        request.adminEvent()
                .operation(OperationType.ACTION)
                .resource(RESOURCE)
                .resourcePath(request.session().getContext().getUri())
                .representation(what)
                .success();
    }

    /** Only the courier of this node is told. It takes the mail, whatever others think of the server. */
    private void urgeAfterCommit() {
        String realmId = request.realm().getId();
        OutboxEmailSenderProviderFactory.courier(request.session().getKeycloakSessionFactory())
                .ifPresent(courier -> afterCommit(courier, realmId));
    }

    private void afterCommit(Courier courier, String realmId) {
        request.session().getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                courier.urge(realmId);
            }

            @Override
            protected void rollbackImpl() {
                // Nothing was changed.
            }
        });
    }
}
