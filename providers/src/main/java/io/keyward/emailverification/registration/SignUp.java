package io.keyward.emailverification.registration;

import io.keyward.emailverification.confirmation.DecoySignUp;
import io.keyward.emailverification.confirmation.SignUpMails;
import io.keyward.emailverification.confirmation.TakenAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.policy.PasswordPolicyManagerProvider;
import org.keycloak.policy.PolicyError;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;

/**
 * Sign-up without a form: the realm's user profile and password policy decide as they do there, and an address that has an
 * account is answered like one that has none ({@link UserCreation}).
 */
public final class SignUp {

    private static final String METHOD = "session-api";
    private static final String NAME = "name";
    private static final String PASSWORD = "password";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ClientModel client;

    /** @param client that the person signs up through */
    public SignUp(KeycloakSession session, ClientModel client) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.client = client;
    }

    /**
     * Makes the account and mails its owner. Whoever is told {@code mailed = false} rolls the transaction back.
     *
     * @param name first and last name as the person writes it
     */
    public Result of(String name, String email, String password) {
        String cleanName = name.strip().replaceAll("\\s+", " ");
        String address = email.strip().toLowerCase(Locale.ROOT);
        Map<String, String> form = form(cleanName, address);
        UserProfile profile = profile(form);
        List<FormMessage> errors = new ArrayList<>();
        boolean taken = false;
        try {
            profile.validate();
        } catch (ValidationException invalid) {
            errors.addAll(TakenAddress.otherErrors(invalid));
            taken = errors.isEmpty();
        }
        PolicyError refused =
                session.getProvider(PasswordPolicyManagerProvider.class).validate(address, password);
        if (refused != null) {
            errors.add(new FormMessage(PASSWORD, refused.getMessage(), refused.getParameters()));
        }
        if (!errors.isEmpty()) {
            return new Result(errors.stream().map(SignUp::ofOurFields).toList(), null, cleanName, address, null, false);
        }
        return taken ? known(form, cleanName, address, password) : unknown(profile, cleanName, address, password);
    }

    private Result unknown(UserProfile profile, String name, String address, String password) {
        UserModel user = profile.create();
        user.setEnabled(true);
        user.credentialManager().updateCredential(UserCredentialModel.password(password, false));
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.REGISTER)
                .client(client)
                .user(user)
                .detail(Details.REGISTER_METHOD, METHOD)
                .success();
        boolean mailed = new SignUpMails(session, realm).toNew(user);
        return new Result(
                List.of(), user.getId(), name, address, Instant.ofEpochMilli(user.getCreatedTimestamp()), mailed);
    }

    /** Does the same work, takes it back, and answers with an id that nobody has. */
    private Result known(Map<String, String> form, String name, String address, String password) {
        new DecoySignUp(session).make(form, password, () -> Password.hash(session, password));
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(EventType.REGISTER)
                .client(client)
                .detail(Details.REGISTER_METHOD, METHOD)
                .storeImmediately(false)
                .error(Errors.EMAIL_IN_USE);
        boolean mailed = new SignUpMails(session, realm).toOwner(address);
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        return new Result(List.of(), UUID.randomUUID().toString(), name, address, now, mailed);
    }

    /** One name is enough, unless the realm asks for two; then the last word is the last name. */
    private Map<String, String> form(String name, String address) {
        Map<String, String> form = new HashMap<>();
        form.put(UserModel.USERNAME, address);
        form.put(UserModel.EMAIL, address);
        form.put(UserModel.FIRST_NAME, name);
        int space = name.lastIndexOf(' ');
        if (space > 0 && profile(form).getAttributes().isRequired(UserModel.LAST_NAME)) {
            form.put(UserModel.FIRST_NAME, name.substring(0, space));
            form.put(UserModel.LAST_NAME, name.substring(space + 1));
        }
        return form;
    }

    private UserProfile profile(Map<String, String> form) {
        return session.getProvider(UserProfileProvider.class).create(UserProfileContext.REGISTRATION, form);
    }

    private static FormMessage ofOurFields(FormMessage error) {
        String field = String.valueOf(error.getField());
        String ours = switch (field) {
            case UserModel.FIRST_NAME, UserModel.LAST_NAME -> NAME;
            case UserModel.USERNAME -> UserModel.EMAIL;
            default -> field;
        };
        return new FormMessage(ours, error.getMessage(), error.getParameters());
    }

    /**
     * What became of a sign-up, the same for an address that has an account.
     *
     * @param errors what is wrong, with the fields {@code name}, {@code email}, {@code password}; empty when nothing is
     * @param id of the account, or made up
     * @param name as it was understood
     * @param email as it was understood
     * @param at when the account was made
     * @param mailed whether the mail is on its way
     */
    public record Result(List<FormMessage> errors, String id, String name, String email, Instant at, boolean mailed) {}
}
