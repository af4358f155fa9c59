package io.keyward.devicesession.notice;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.LocaleUtil;

/**
 * {@code /realms/{realm}/keyward/not-me/{token}}: what the link in a mail about a new device leads to. Opening it (GET, HEAD)
 * changes nothing, however often a mail scanner does it; pressing the button (POST) locks the account's present ways in, once.
 * Whatever stands in the path, the answer is a page, and nobody is signed in by it.
 */
public final class NotMeResource {

    private final KeycloakSession session;

    NotMeResource(KeycloakSession session) {
        this.session = session;
    }

    /** The page with the button, or one that says why the link does not work. */
    @GET
    @Path("{token}")
    public Response page(@PathParam("token") String token) {
        NotMeLink link = open(token);
        NotMePages pages = new NotMePages(session, link);
        return link.usable() ? pages.ask() : pages.invalid(link.reason());
    }

    /** Presses the button. */
    @POST
    @Path("{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(@PathParam("token") String token) {
        NotMeLink link = open(token);
        NotMePages pages = new NotMePages(session, link);
        if (!link.usable()) {
            return pages.invalid(link.reason());
        }
        return new Lockdown(session, link).run().map(pages::done).orElseGet(() -> pages.invalid("used"));
    }

    private NotMeLink open(String token) {
        LocaleUtil.processLocaleParam(session, session.getContext().getRealm(), null);
        return NotMeLink.open(session, token);
    }
}
