package io.keyward.examples.spring;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages that ask nobody but the ID token. */
@Controller
class Pages {

    @GetMapping("/")
    String welcome(@AuthenticationPrincipal OidcUser user) {
        return user == null ? "welcome" : "redirect:/home";
    }

    @GetMapping("/home")
    String home() {
        return "home";
    }

    @GetMapping("/admin")
    String admin() {
        return "admin";
    }
}
