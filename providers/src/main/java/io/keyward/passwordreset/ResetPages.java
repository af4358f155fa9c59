package io.keyward.passwordreset;

import io.keyward.emailverification.confirmation.DisplayName;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.Urls;

/** The pages behind a mailed link: kept by no cache, told to no other site. */
final class ResetPages {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final ResetLink link;

    ResetPages(KeycloakSession session, ResetLink link) {
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.link = link;
    }

    /** The form, with what the policy asks for before anything is typed. */
    Response form(List<FormMessage> errors) {
        Map<String, Object> reset = account();
        reset.put("proves", link.proves());
        reset.put("action", path());
        LoginFormsProvider page = page("reset", reset);
        if (!errors.isEmpty()) {
            page.setErrors(errors).setStatus(Response.Status.BAD_REQUEST);
        }
        return secret(page, "keyward-reset-password.ftl");
    }

    Response done() {
        Map<String, Object> done = account();
        done.put("signInUrl", signInUrl());
        return secret(page("done", done), "keyward-reset-done.ftl");
    }

    /** Why the link does nothing, and the way on. @param reason also {@code elsewhere}: another system keeps the password */
    Response invalid(String reason) {
        Map<String, Object> invalid = new HashMap<>();
        invalid.put("reason", reason);
        invalid.put("signInUrl", signInUrl());
        if (realm.isResetPasswordAllowed() && !"elsewhere".equals(reason)) {
            invalid.put(
                    "againUrl",
                    Urls.loginResetCredentials(base(), realm.getName()).getRawPath());
        }
        return secret(page("invalid", invalid).setStatus(status(reason)), "keyward-reset-invalid.ftl");
    }

    private static Response.Status status(String reason) {
        return switch (reason) {
            case "unknown" -> Response.Status.NOT_FOUND;
            case "elsewhere" -> Response.Status.CONFLICT;
            default -> Response.Status.GONE;
        };
    }

    private Map<String, Object> account() {
        Map<String, Object> account = new HashMap<>();
        account.put("address", link.token().address());
        account.put("username", link.user().getUsername());
        account.put("name", DisplayName.of(link.user()));
        account.put("realmName", DisplayName.of(realm));
        return account;
    }

    private LoginFormsProvider page(String name, Map<String, Object> values) {
        // The language menu leads back to the link, also from the answer to a POST.
        return session.getProvider(LoginFormsProvider.class)
                .setActionUri(URI.create(path()))
                .setAttribute(name, values);
    }

    private static Response secret(LoginFormsProvider form, String template) {
        Response page = form.createForm(template);
        page.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        page.getHeaders().putSingle("Referrer-Policy", "no-referrer");
        return page;
    }

    private String path() {
        return ResetEndpoint.link(base(), realm, link.text()).getRawPath();
    }

    private String signInUrl() {
        return Urls.accountBase(base()).build(realm.getName()).toString();
    }

    private URI base() {
        return session.getContext().getUri().getBaseUri();
    }
}
