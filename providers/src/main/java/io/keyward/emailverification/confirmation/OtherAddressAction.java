package io.keyward.emailverification.confirmation;

import io.keyward.emailverification.proof.EmailVerificationRealm;
import io.keyward.emailverification.undelivered.UndeliveredAddress;
import io.keyward.emailverification.undelivered.UndeliveredAddresses;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.FormMessage;

/**
 * Asks a person whom mail does not reach for another address, which then has to be proved like any other. "Not now" holds for
 * this sign-in: the mail service may be wrong, and not everybody has a second address at hand.
 */
final class OtherAddressAction implements RequiredActionProvider {

    /** Note of a user session: which report was answered with "not now". */
    private static final String LATER = "keyward.other-address.later";

    /**
     * Decided for this session alone and never stored at the user. Asked in browsers only: where nobody can be asked, a required
     * action is a refusal.
     */
    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        if (EmailVerificationRealm.asked(context.getRealm())
                && context.getAuthenticationSession().getRedirectUri() != null
                && asked(context).isPresent()
                && !new ProofSession(context.getAuthenticationSession()).replacing()) {
            context.getAuthenticationSession().addRequiredAction(OtherAddressActionFactory.ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        if (asked(context).isEmpty()) {
            context.success();
        } else {
            ask(context, List.of());
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        ActionStage stage = new ActionStage(context);
        Optional<UndeliveredAddress> undelivered = asked(context);
        if (undelivered.isEmpty()) {
            context.success();
        } else if (!"address".equals(stage.input().getFirst("keyward-action"))) {
            context.getAuthenticationSession().setUserSessionNote(LATER, mark(undelivered.get()));
            context.success();
        } else {
            replace(context, stage);
        }
    }

    private static void replace(RequiredActionContext context, ActionStage stage) {
        ProofSession proof = new ProofSession(stage.authSession());
        List<FormMessage> errors =
                new AddressCorrection(stage, proof).to(stage.input().getFirst(UserModel.EMAIL));
        if (errors.isEmpty()) {
            // From here on this session waits for a proof, also when the address was somebody else's and nothing has
            // changed.
            proof.replace();
            context.success();
        } else {
            ask(context, errors);
        }
    }

    private static void ask(RequiredActionContext context, List<FormMessage> errors) {
        ActionStage stage = new ActionStage(context);
        ProofSession proof = new ProofSession(stage.authSession());
        context.challenge(
                new WaitingPages(stage, proof, VerificationSettings.of(stage.realm())).undelivered(errors, true));
    }

    /** What the person is to be asked about, and has not put off. */
    private static Optional<UndeliveredAddress> asked(RequiredActionContext context) {
        return new UndeliveredAddresses(context.getSession())
                .current(context.getUser())
                .filter(undelivered -> !mark(undelivered).equals(putOff(context)));
    }

    private static String putOff(RequiredActionContext context) {
        String now = context.getAuthenticationSession().getUserSessionNotes().get(LATER);
        if (now != null) {
            return now;
        }
        // Who is signed in already and comes to another application has said so before.
        String id = context.getAuthenticationSession().getParentSession().getId();
        UserSessionModel signedIn = context.getSession().sessions().getUserSession(context.getRealm(), id);
        return signedIn == null ? null : signedIn.getNote(LATER);
    }

    private static String mark(UndeliveredAddress undelivered) {
        return String.valueOf(undelivered.reportedAt().toEpochMilli());
    }

    /** {@code kc_action=keyward-other-address} answers at once when there is nothing to ask. */
    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
