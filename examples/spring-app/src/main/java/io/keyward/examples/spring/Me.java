package io.keyward.examples.spring;

import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The resource server: what another program gets for an access token. */
@RestController
class Me {

    /** @param device where the session is that the token belongs to; null for one that is on none */
    record Answer(String id, String email, List<String> roles, String device) {}

    @GetMapping("/api/me")
    Answer me(@AuthenticationPrincipal Jwt token, JwtAuthenticationToken authentication) {
        return new Answer(
                token.getSubject(),
                token.getClaimAsString("email"),
                authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(authority -> authority.startsWith("ROLE_"))
                        .map(authority -> authority.substring("ROLE_".length()))
                        .sorted()
                        .toList(),
                token.getClaimAsString("device_id"));
    }
}
