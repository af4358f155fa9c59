package io.keyward.devicesession.notice;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The pages behind a link "this wasn't me": shown to whoever has the link, kept by no cache, told to no other site. */
final class NotMePages {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final NotMeLink link;

    NotMePages(KeycloakSession session, NotMeLink link) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.link = link;
    }

    /** The page with the button. */
    Response ask() {
        Locale locale = session.getContext().resolveLocale(link.user());
        Map<String, Object> notMe = new HashMap<>();
        link.device().ifPresent(device -> notMe.putAll(Shown.of(device)));
        notMe.put("when", new Moment(link.token().issuedAt(), Moment.zoneOf(link.user())).in(locale));
        notMe.put("realmName", Shown.name(realm));
        notMe.put("action", path());
        return page("notMe", notMe, "keyward-not-me.ftl", Response.Status.OK);
    }

    /** What the button has done. */
    Response done(Lockdown.Next next) {
        return page("done", Map.of("next", next.word()), "keyward-not-me-done.ftl", Response.Status.OK);
    }

    /** Why the link does not work, and how to get help all the same. */
    Response invalid(String reason) {
        Map<String, Object> invalid = Map.of("reason", reason, "signInUrl", Links.account(session, realm));
        return page(
                "invalid",
                invalid,
                "keyward-not-me-invalid.ftl",
                "unknown".equals(reason) ? Response.Status.NOT_FOUND : Response.Status.GONE);
    }

    private Response page(String name, Map<String, Object> values, String template, Response.Status status) {
        Response page = session.getProvider(LoginFormsProvider.class)
                // The language menu leads back to the link, also from the answer to a POST.
                .setActionUri(URI.create(path()))
                .setAttribute(name, values)
                .setStatus(status)
                .createForm(template);
        page.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        page.getHeaders().putSingle("Referrer-Policy", "no-referrer");
        return page;
    }

    private String path() {
        return Links.notMePath(session, realm, link.text()).getRawPath();
    }
}
