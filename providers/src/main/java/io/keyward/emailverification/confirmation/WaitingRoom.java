package io.keyward.emailverification.confirmation;

import io.keyward.emailverification.guard.EmailNotVerified;
import io.keyward.emailverification.proof.EmailProofs;
import io.keyward.emailverification.proof.ProofMethod;
import io.keyward.emailverification.undelivered.UndeliveredAddresses;
import io.keyward.onetimetoken.CodeResult;
import io.keyward.onetimetoken.CodeResult.Verdict;
import io.keyward.onetimetoken.OneTimeTokenProvider;
import java.util.List;
import java.util.UUID;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/**
 * Where a person waits for the mail: types the code, asks for another mail, corrects the address, and goes on once the
 * address is proved by this very browser. Looks and answers the same whether or not there is an account behind it.
 */
final class WaitingRoom {

    private final Stage stage;
    private final ProofSession proof;

    WaitingRoom(Stage stage) {
        this.stage = stage;
        this.proof = new ProofSession(stage.authSession());
    }

    /** Most who come here have their proof; for them nothing more is read or made than that. */
    void enter() {
        switch (ProofState.of(stage.session(), stage.realm(), proof, stage.user())) {
            case PROVED -> stage.proceed();
            case ELSEWHERE -> stage.show(pages().confirmedElsewhere());
            case WAITING -> await(null);
        }
    }

    void act() {
        String action = stage.input().getFirst("keyward-action");
        switch (action == null ? "" : action) {
            case "code" -> code(stage.input().getFirst("code"));
            case "resend" -> resend();
            case "change" -> change();
            case "address" -> address(stage.input().getFirst(UserModel.EMAIL));
            default -> enter();
        }
    }

    private void await(FormMessage error) {
        proof.require();
        UserModel user = stage.user();
        if (user != null && (user.getEmail() == null || user.getEmail().isBlank())) {
            // No mail tells of this one in the realm's events.
            event(EventType.VERIFY_EMAIL, EmailNotVerified.EVENT_ERROR);
            stage.show(pages().changeAddress(List.of()));
            return;
        }
        if (undelivered(user)) {
            // A mail more would come back like the last.
            stage.show(pages().undelivered(List.of(), false));
            return;
        }
        if (proof.mails() == 0 || movedMeanwhile(user)) {
            mail();
        }
        stage.show(pages().waiting(error));
    }

    /** Asked once in a sign-in, and before its first mail. */
    private boolean undelivered(UserModel user) {
        return user != null
                && proof.mails() == 0
                && !proof.wasAsked()
                && new UndeliveredAddresses(stage.session()).current(user).isPresent();
    }

    /** The address was changed by somebody else, an administrator perhaps, while this tab waited. */
    private boolean movedMeanwhile(UserModel user) {
        return user != null && !proof.isDecoy() && !user.getEmail().equals(proof.address());
    }

    private void mail() {
        ProofMails mails = new ProofMails(stage.session(), stage.realm());
        if (proof.isDecoy()) {
            mails.toOwner(proof, TakenAddress.owner(stage.session(), stage.realm(), proof.address()));
            stage.event(EventType.SEND_VERIFY_EMAIL).storeImmediately(false).error(Errors.EMAIL_IN_USE);
        } else {
            mails.toWaiting(proof, stage.user());
            event(EventType.SEND_VERIFY_EMAIL, proof.mailFailed() ? Errors.EMAIL_SEND_FAILED : null);
        }
    }

    private void resend() {
        if (alreadyDecided()) {
            return;
        }
        int wait = proof.secondsUntilResend(settings().resendCooldown());
        if (wait > 0) {
            await(new FormMessage(null, "keywardResendWait", wait));
        } else if (pages().resendsLeft() <= 0) {
            await(new FormMessage(null, "keywardResendLimit"));
        } else {
            mail();
            await(null);
        }
    }

    private void change() {
        if (alreadyDecided()) {
            return;
        }
        if (pages().canChangeAddress()) {
            stage.show(pages().changeAddress(List.of()));
        } else {
            await(null);
        }
    }

    private void address(String typed) {
        if (alreadyDecided()) {
            return;
        }
        if (!pages().canChangeAddress()) {
            await(null);
        } else if (pages().resendsLeft() <= 0) {
            await(new FormMessage(null, "keywardResendLimit"));
        } else {
            List<FormMessage> errors = new AddressCorrection(stage, proof).to(typed);
            if (errors.isEmpty()) {
                await(null);
            } else {
                stage.show(pages().changeAddress(errors));
            }
        }
    }

    private void code(String typed) {
        if (alreadyDecided()) {
            return;
        }
        CodeResult result = tryCode(VerificationCode.typed(typed));
        if (result.accepted() && tokenIsForCurrentAddress()) {
            new EmailProofs(stage.session()).record(stage.realm(), stage.user(), ProofMethod.CODE);
            proof.done(stage.user().getEmail());
            event(EventType.VERIFY_EMAIL, null);
            stage.proceed();
            return;
        }
        event(EventType.VERIFY_EMAIL, Errors.INVALID_CODE);
        await(
                switch (result.verdict()) {
                    case WRONG -> new FormMessage("code", "keywardCodeWrong", result.triesLeft());
                    case NO_TRIES -> new FormMessage("code", "keywardCodeTriesUsed");
                    default -> new FormMessage("code", "keywardCodeExpired");
                });
    }

    private CodeResult tryCode(VerificationCode code) {
        if (proof.isDecoy() || proof.tokenId() == null) {
            return tryDecoy(code);
        }
        return stage.session()
                .getProvider(OneTimeTokenProvider.class)
                .tryCode(stage.realm().getId(), proof.tokenId(), code.hash(proof.salt()), ProofState.CODE);
    }

    /** What the store would answer to wrong codes, after the same look at it. */
    private CodeResult tryDecoy(VerificationCode code) {
        stage.session()
                .getProvider(OneTimeTokenProvider.class)
                .tryCode(stage.realm().getId(), UUID.randomUUID().toString(), code.hash(proof.salt()), ProofState.CODE);
        if (proof.codeExpired(settings().codeLifespan())) {
            return new CodeResult(Verdict.EXPIRED, 0);
        }
        int left = settings().codeTries() - proof.takeDecoyTry();
        return left < 0 ? new CodeResult(Verdict.NO_TRIES, 0) : new CodeResult(Verdict.WRONG, left);
    }

    private boolean tokenIsForCurrentAddress() {
        return stage.session()
                .getProvider(OneTimeTokenProvider.class)
                .findById(stage.realm().getId(), proof.tokenId())
                .filter(token -> token.userId().equals(stage.user().getId()))
                .filter(token -> token.address().equals(stage.user().getEmail()))
                .isPresent();
    }

    /** True when the address was proved in the meantime; then the person has been sent on. */
    private boolean alreadyDecided() {
        if (ProofState.of(stage.session(), stage.realm(), proof, stage.user()) == ProofState.WAITING) {
            return false;
        }
        enter();
        return true;
    }

    private void event(EventType type, String error) {
        EventBuilder event = stage.event(type);
        if (error == null) {
            event.success();
        } else {
            event.error(error);
        }
    }

    private WaitingPages pages() {
        return new WaitingPages(stage, proof, settings());
    }

    private VerificationSettings settings() {
        return VerificationSettings.of(stage.realm());
    }
}
