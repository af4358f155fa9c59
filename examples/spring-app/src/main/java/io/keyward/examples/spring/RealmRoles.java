package io.keyward.examples.spring;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;

/** Realm roles of Keycloak as roles of Spring: {@code admin} is {@code ROLE_admin}. What is no list of words gives none. */
final class RealmRoles {

    private RealmRoles() {}

    /** The client has a mapper that puts the roles into ID tokens, where Keycloak puts them into access tokens only. */
    static GrantedAuthoritiesMapper ofIdTokens() {
        return authorities -> {
            Set<GrantedAuthority> all = new HashSet<>(authorities);
            authorities.stream()
                    .filter(OidcUserAuthority.class::isInstance)
                    .map(OidcUserAuthority.class::cast)
                    .forEach(user -> all.addAll(in(user.getIdToken())));
            return all;
        };
    }

    static JwtAuthenticationConverter ofAccessTokens() {
        JwtAuthenticationConverter converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(RealmRoles::in);
        return converter;
    }

    private static Collection<GrantedAuthority> in(ClaimAccessor token) {
        Object access = token.getClaim("realm_access");
        Object roles = access instanceof Map<?, ?> claims ? claims.get("roles") : null;
        return roles instanceof List<?> names
                ? names.stream()
                        .filter(String.class::isInstance)
                        .map(name -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + name))
                        .toList()
                : List.of();
    }
}
