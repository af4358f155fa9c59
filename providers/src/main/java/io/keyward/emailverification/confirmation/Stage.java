package io.keyward.emailverification.confirmation;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Where a person waits for the mail: a step of a flow or a required action. The waiting room is the same in both. */
interface Stage {

    KeycloakSession session();

    default RealmModel realm() {
        return authSession().getRealm();
    }

    AuthenticationSessionModel authSession();

    /** Null while a registration pretends to have made an account. */
    default UserModel user() {
        return authSession().getAuthenticatedUser();
    }

    /** An account came into being after all. */
    void user(UserModel created);

    /** A new event of this sign-in; not the flow's own, whose details name the account by its address. */
    default EventBuilder event(EventType type) {
        return new EventBuilder(realm(), session(), session().getContext().getConnection())
                .event(type)
                .client(authSession().getClient())
                .user(user())
                .detail(Details.CODE_ID, authSession().getParentSession().getId());
    }

    LoginFormsProvider form();

    default MultivaluedMap<String, String> input() {
        return session().getContext().getHttpRequest().getDecodedFormParameters();
    }

    void show(Response page);

    void proceed();
}
