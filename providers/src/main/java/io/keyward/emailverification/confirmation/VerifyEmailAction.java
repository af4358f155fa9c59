package io.keyward.emailverification.confirmation;

import io.keyward.emailverification.proof.EmailVerificationRealm;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;

/** Asks for the proof wherever a flow without Keyward's step ends: identity providers, remembered sign-ins, own flows. */
final class VerifyEmailAction implements RequiredActionProvider {

    /** Decided for this session alone and never stored at the user, who may have proved the address a moment later. */
    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        ProofSession proof = new ProofSession(context.getAuthenticationSession());
        ProofState state = ProofState.of(context.getSession(), context.getRealm(), proof, context.getUser());
        if (state != ProofState.PROVED) {
            proof.require();
            context.getAuthenticationSession().addRequiredAction(EmailVerificationRealm.REQUIRED_ACTION);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        new WaitingRoom(new ActionStage(context)).enter();
    }

    @Override
    public void processAction(RequiredActionContext context) {
        new WaitingRoom(new ActionStage(context)).act();
    }

    /** {@code kc_action=keyward-verify-email} answers at once when there is nothing to prove. */
    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
