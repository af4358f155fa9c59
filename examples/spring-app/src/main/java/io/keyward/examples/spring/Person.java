package io.keyward.examples.spring;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Who uses the page, for every template: {@code person}, null for strangers. */
@ControllerAdvice
class Person {

    /** @param device on which the session is, as a claim of the ID token */
    public record Shown(String name, String email, boolean admin, String device) {}

    @ModelAttribute("person")
    Shown shown(@AuthenticationPrincipal OidcUser user, HttpServletRequest request) {
        return user == null
                ? null
                : new Shown(
                        user.getFullName() == null ? user.getEmail() : user.getFullName(),
                        user.getEmail(),
                        request.isUserInRole("admin"),
                        user.getClaimAsString("device_id"));
    }
}
