package io.keyward.emailverification.confirmation;

import io.keyward.onetimetoken.RawToken;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.text.DateFormat;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.FormMessage;

/** The pages behind a mailed link. They are shown to whoever has the link, so they tell what it is for and no more. */
final class LinkPages {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final MailedLink link;
    private final String token;

    LinkPages(KeycloakSession session, MailedLink link, String token) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.link = link;
        // What is no token is not repeated in the page.
        this.token = RawToken.parse(token).map(RawToken::value).orElse("unknown");
    }

    Response confirm(List<FormMessage> errors) {
        Map<String, Object> confirm = new HashMap<>();
        confirm.put("address", link.token().address());
        confirm.put("name", DisplayName.of(link.user()));
        confirm.put("realmName", DisplayName.of(realm));
        confirm.put("createdAt", createdAt());
        confirm.put("refused", link.refused());
        confirm.put("needsPassword", link.needsPassword());
        confirm.put("action", path(""));
        LoginFormsProvider form = form().setAttribute("confirm", confirm);
        if (!errors.isEmpty()) {
            form.setErrors(errors).setStatus(Response.Status.BAD_REQUEST);
        }
        return NoStore.on(form.createForm("keyward-confirm-link.ftl"));
    }

    Response done() {
        Map<String, Object> done = new HashMap<>();
        done.put("address", link.token().address());
        done.put("name", DisplayName.of(link.user()));
        done.put("where", link.sameBrowser() ? "same-browser" : "elsewhere");
        done.put("signInUrl", ProofMails.accountUrl(session, realm));
        return NoStore.on(form().setAttribute("done", done).createForm("keyward-link-done.ftl"));
    }

    /** Somebody else was faster with the same link. */
    Response used() {
        return invalid("used", false);
    }

    Response invalid(boolean sent) {
        return invalid(link.reason(), sent);
    }

    private Response invalid(String reason, boolean sent) {
        Map<String, Object> invalid = new HashMap<>();
        invalid.put("reason", reason);
        invalid.put("sent", sent);
        invalid.put("signInUrl", ProofMails.accountUrl(session, realm));
        if (link.replaceable() && !sent) {
            invalid.put("resendAction", path("/resend"));
        }
        LoginFormsProvider form = form().setAttribute("invalid", invalid);
        if (!sent) {
            form.setStatus("unknown".equals(reason) ? Response.Status.NOT_FOUND : Response.Status.GONE);
        }
        return NoStore.on(form.createForm("keyward-link-invalid.ftl"));
    }

    private LoginFormsProvider form() {
        // The language menu leads back to the link, also from the answer to a POST below it.
        return session.getProvider(LoginFormsProvider.class).setActionUri(URI.create(path("")));
    }

    private String path(String below) {
        return LinksEndpoint.linkPath(session, realm, token).getRawPath() + below;
    }

    private String createdAt() {
        Long created = link.user().getCreatedTimestamp();
        Locale locale = session.getContext().resolveLocale(link.user());
        return created == null
                ? ""
                : DateFormat.getDateTimeInstance(DateFormat.LONG, DateFormat.SHORT, locale)
                        .format(new Date(created));
    }
}
