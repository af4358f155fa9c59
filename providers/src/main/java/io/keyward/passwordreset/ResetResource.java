package io.keyward.passwordreset;

import io.keyward.emailverification.confirmation.NewPassword;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.LocaleUtil;

/**
 * {@code /realms/{realm}/keyward/reset-password/{token}}: what the link in the mail leads to. Opening it (GET, HEAD) changes
 * nothing, however often a mail scanner does it; a password that is refused changes nothing either; a good one is set, once.
 * Whatever stands in the path, the answer is a page, and nobody is signed in by it. The secret in the path is also what keeps
 * other sites from sending the form.
 */
public final class ResetResource {

    private final KeycloakSession session;

    ResetResource(KeycloakSession session) {
        this.session = session;
    }

    /** The page with the form, or one that says why the link does not work. */
    @GET
    @Path("{token}")
    public Response page(@PathParam("token") String token) {
        ResetLink link = open(token);
        ResetPages pages = new ResetPages(session, link);
        return link.usable() ? pages.form(List.of()) : pages.invalid(link.reason());
    }

    /** Sends the form. */
    @POST
    @Path("{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reset(@PathParam("token") String token, MultivaluedMap<String, String> form) {
        ResetLink link = open(token);
        ResetPages pages = new ResetPages(session, link);
        if (!link.usable()) {
            return pages.invalid(link.reason());
        }
        ResetResult result = new Reset(session, link).to(new NewPassword(session, link.user(), form));
        return switch (result.status()) {
            case DONE -> pages.done();
            case PASSWORD_REFUSED -> pages.form(result.errors());
            case NOT_CHANGEABLE -> pages.invalid("elsewhere");
            case UNUSABLE -> pages.invalid(result.reason());
        };
    }

    private ResetLink open(String token) {
        LocaleUtil.processLocaleParam(session, session.getContext().getRealm(), null);
        return ResetLink.open(session, token);
    }
}
