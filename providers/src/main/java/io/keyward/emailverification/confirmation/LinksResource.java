package io.keyward.emailverification.confirmation;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.LocaleUtil;

/** {@code /realms/{realm}/keyward/verify}: the pages behind mailed links. */
public final class LinksResource {

    private final KeycloakSession session;

    LinksResource(KeycloakSession session) {
        this.session = session;
    }

    /** The page behind a mailed link. Whatever stands in the path, the answer is a page. */
    @Path("{token}")
    public LinkResource link(@PathParam("token") String token) {
        LocaleUtil.processLocaleParam(session, session.getContext().getRealm(), null);
        return new LinkResource(session, token);
    }
}
