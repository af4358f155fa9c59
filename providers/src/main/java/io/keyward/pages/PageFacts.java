package io.keyward.pages;

import io.keyward.devicesession.recognition.NewBrowser;
import io.keyward.passwordpolicy.PasswordCheckEndpoint;
import io.keyward.passwordpolicy.PasswordRules;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;

/** What a template reads as {@code kwPage}. Nothing is looked up before a template asks. */
public final class PageFacts {

    private final KeycloakSession session;

    PageFacts(KeycloakSession session) {
        this.session = session;
    }

    /** What the realm asks of a new password, see {@link PasswordRules#of}. */
    public List<Map<String, Object>> getPasswordRules() {
        return PasswordRules.of(session.getContext().getRealm());
    }

    /** Where a page asks what the server thinks of a password, as a path; empty where any password is taken. */
    public String getPasswordCheckUrl() {
        boolean anyPassword = session.getContext()
                .getRealm()
                .getPasswordPolicy()
                .getPolicies()
                .isEmpty();
        return anyPassword ? "" : PasswordCheckEndpoint.uri(session).getRawPath();
    }

    /** Whether this browser is new here, and the realm tells people of sign-ins with such. */
    public boolean isNewBrowser() {
        return NewBrowser.is(session, session.getContext().getRealm());
    }
}
