package io.keyward.examples.spring;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where the person is signed in. Spring refreshes the access token when it has expired. */
@Controller
class DevicePages {

    private final DeviceApi devices;

    DevicePages(DeviceApi devices) {
        this.devices = devices;
    }

    @GetMapping("/devices")
    String list(@RegisteredOAuth2AuthorizedClient("keyward") OAuth2AuthorizedClient keyward, Model model) {
        model.addAttribute("devices", devices.signedIn(keyward.getAccessToken()));
        return "devices";
    }

    @PostMapping("/devices/{id}/sign-out")
    String signOut(
            @RegisteredOAuth2AuthorizedClient("keyward") OAuth2AuthorizedClient keyward,
            @PathVariable String id,
            RedirectAttributes after) {
        try {
            devices.signOut(keyward.getAccessToken(), id);
            after.addFlashAttribute("notice", "Signed out.");
        } catch (HttpClientErrorException.NotFound forgotten) {
            after.addFlashAttribute("notice", "That device is not on your list any more.");
        }
        return "redirect:/devices";
    }

    /** The session at Keycloak is over, and the news of it has not come or is on its way: the person signs in again. */
    @ExceptionHandler({ClientAuthorizationException.class, HttpClientErrorException.Unauthorized.class})
    String sessionOver(HttpServletRequest request) throws ServletException {
        request.logout();
        return "redirect:/devices";
    }
}
