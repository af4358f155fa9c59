package io.keyward.emailverification.confirmation;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;

/**
 * One mailed link. Opening it (GET, HEAD) changes nothing, however often a mail scanner does it (keycloak/keycloak#41834);
 * pressing the button (POST) confirms, once.
 */
public final class LinkResource {

    private final KeycloakSession session;
    private final MailedLink link;
    private final LinkPages pages;

    LinkResource(KeycloakSession session, String token) {
        this.session = session;
        this.link = MailedLink.open(session, token);
        this.pages = new LinkPages(session, link, token);
    }

    /** The page with the button, or one that says why the link does not work. */
    @GET
    public Response page() {
        return link.usable() ? pages.confirm(List.of()) : pages.invalid(false);
    }

    /** Presses the button. A new password that is refused uses nothing up. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(MultivaluedMap<String, String> form) {
        if (!link.usable()) {
            return pages.invalid(false);
        }
        if (link.refused()) {
            return pages.confirm(List.of());
        }
        NewPassword password = new NewPassword(session, link.user(), form);
        List<FormMessage> errors = link.needsPassword() ? password.errors() : List.of();
        if (!errors.isEmpty()) {
            return pages.confirm(errors);
        }
        return new LinkConfirmation(session, link).confirm(password) ? pages.done() : pages.used();
    }

    /** Asks for a new mail in place of a link that works no more. The answer is the same whether or not one is sent. */
    @POST
    @Path("resend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response resend() {
        if (link.replaceable()) {
            link.replace();
            return pages.invalid(true);
        }
        return pages.invalid(false);
    }
}
