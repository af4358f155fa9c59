package io.keyward.emailverification.confirmation;

import io.keyward.emailverification.proof.EmailProofs;
import io.keyward.emailverification.undelivered.UndeliveredAddresses;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.authentication.requiredactions.UpdateEmail;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/**
 * "Wrong address?": another address before the first proof, or in the place of one that mail does not reach. An address that belongs to somebody else is answered like any
 * other; its owner gets a mail, and the account of this session stays as it is.
 */
final class AddressCorrection {

    private final Stage stage;
    private final ProofSession proof;

    AddressCorrection(Stage stage, ProofSession proof) {
        this.stage = stage;
        this.proof = proof;
    }

    /** Corrects the address and mails to it. Returns what is wrong with the address, empty when nothing is. */
    List<FormMessage> to(String typed) {
        String address = typed == null ? "" : typed.trim().toLowerCase(Locale.ROOT);
        if (address.isEmpty()) {
            return List.of(new FormMessage(UserModel.EMAIL, Messages.MISSING_EMAIL));
        }
        if (address.equals(proof.address()) || refused(address)) {
            return List.of(new FormMessage(UserModel.EMAIL, "keywardAddressSame"));
        }
        KeycloakSession session = stage.session();
        ProofMails mails = new ProofMails(session, stage.realm());
        try {
            if (stage.user() == null) {
                register(address);
            } else {
                update(stage.user(), address);
            }
        } catch (ValidationException invalid) {
            if (!TakenAddress.onlyReason(invalid)) {
                return TakenAddress.otherErrors(invalid);
            }
            pretend();
            proof.decoy(address);
            mails.toOwner(proof, TakenAddress.owner(session, stage.realm(), address));
            return List.of();
        }
        mails.toWaiting(proof, stage.user());
        return List.of();
    }

    /** The address to be replaced, whether it is still the account's or, unless that was somebody else's, the new one is. */
    private boolean refused(String address) {
        return stage.user() != null
                && (proof.mails() == 0 || proof.replacing())
                && new UndeliveredAddresses(stage.session())
                        .owed(stage.user())
                        .filter(undelivered -> undelivered.address().equalsIgnoreCase(address))
                        .isPresent();
    }

    /** As much work, and as many events, as for an address that is free. */
    private void pretend() {
        EventType event = EventType.REGISTER;
        if (stage.user() == null) {
            RegistrationDraft.of(stage.authSession()).pretend(stage.session());
        } else {
            event = EventType.UPDATE_EMAIL;
            new DecoyAddress(stage.session()).of(stage.user(), named(stage.user()));
        }
        stage.event(event).storeImmediately(false).error(Errors.EMAIL_IN_USE);
    }

    private boolean named(UserModel user) {
        return stage.realm().isRegistrationEmailAsUsername()
                && user.getUsername().equals(user.getEmail());
    }

    private void register(String address) {
        RegistrationDraft draft = RegistrationDraft.of(stage.authSession());
        UserProfile profile = draft.withAddress(stage.session(), address);
        profile.validate();
        UserModel user = draft.create(profile);
        stage.user(user);
        proof.require();
        stage.event(EventType.REGISTER).success();
    }

    private void update(UserModel user, String address) {
        if (address.equals(user.getEmail())) {
            return;
        }
        boolean named = named(user);
        UserProfile profile = withAddress(user, named, address);
        profile.validate();
        EventBuilder event = stage.event(EventType.UPDATE_EMAIL).detail(Details.REASON, reason(user));
        UpdateEmail.updateEmailNow(event, user, profile);
        if (named) {
            user.setUsername(user.getEmail());
        }
        event.success();
    }

    /** Whoever an address belongs to that was never proved is not to be told that it was replaced (devicesession.notice). */
    private String reason(UserModel user) {
        return new EmailProofs(stage.session()).everProved(user) ? "undelivered-address" : "unproved-address";
    }

    /**
     * In the context of the admin API. In that of UPDATE_EMAIL the address is read-only, and silently stays, where people
     * may not edit their username and that is their address.
     */
    private UserProfile withAddress(UserModel user, boolean named, String address) {
        Map<String, List<String>> attributes = new HashMap<>(user.getAttributes());
        attributes.put(UserModel.EMAIL, List.of(address));
        if (named) {
            attributes.put(UserModel.USERNAME, List.of(address));
        }
        return stage.session()
                .getProvider(UserProfileProvider.class)
                .create(UserProfileContext.USER_API, attributes, user);
    }
}
