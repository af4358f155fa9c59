package io.keyward.examples.spring;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Who may what. The pages have a session; the API takes bearer tokens and has none. */
@Configuration
class Security {

    /** For programs: an access token of the realm, made for this application. */
    @Bean
    @Order(1)
    SecurityFilterChain forPrograms(HttpSecurity http) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(RealmRoles.ofAccessTokens())))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // No cookie, so nothing that another site could ride on.
                .csrf(csrf -> csrf.disable())
                .build();
    }

    /** For people. */
    @Bean
    @Order(2)
    SecurityFilterChain forPeople(
            HttpSecurity http, ClientRegistrationRepository clients, @Value("${keyward.issuer}") URI issuer)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/", "/style.css", "/icon.svg", "/error")
                        .permitAll()
                        .requestMatchers("/admin/**")
                        .hasRole("admin")
                        .anyRequest()
                        .hasRole("user"))
                .oauth2Login(login -> login.authorizationEndpoint(
                                endpoint -> endpoint.authorizationRequestResolver(withPkce(clients)))
                        .userInfoEndpoint(info -> info.userAuthoritiesMapper(RealmRoles.ofIdTokens()))
                        .loginPage("/oauth2/authorization/keyward")
                        .failureUrl("/?failed"))
                // Here, and at Keycloak, so that the next sign-in asks again.
                .logout(logout -> logout.logoutSuccessHandler(signOutEverywhere(clients)))
                // Keycloak tells when a session ended elsewhere: in the console, on another device, by another
                // password.
                .oidcLogout(logout -> logout.backChannel(Customizer.withDefaults()))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(policy(issuer)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    /** In the session: Spring's default is one place for all sessions of a person, where a second browser's tokens replace the first's. */
    @Bean
    OAuth2AuthorizedClientRepository tokens() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    /** Tells Spring which sessions have expired, so that its list for the back channel does not grow for ever. */
    @Bean
    HttpSessionEventPublisher sessionEvents() {
        return new HttpSessionEventPublisher();
    }

    /** Spring sends a challenge for clients without a secret only; Keyward's clients ask it of all. */
    private static OAuth2AuthorizationRequestResolver withPkce(ClientRegistrationRepository clients) {
        DefaultOAuth2AuthorizationRequestResolver resolver = new DefaultOAuth2AuthorizationRequestResolver(
                clients, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    private static OidcClientInitiatedLogoutSuccessHandler signOutEverywhere(ClientRegistrationRepository clients) {
        OidcClientInitiatedLogoutSuccessHandler handler = new OidcClientInitiatedLogoutSuccessHandler(clients);
        handler.setPostLogoutRedirectUri("{baseUrl}/");
        return handler;
    }

    /** The form that signs out is redirected to Keycloak, which browsers count as a target of the form. */
    private static String policy(URI issuer) {
        return "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' " + issuer.getScheme() + "://"
                + issuer.getAuthority() + "; base-uri 'none'; frame-ancestors 'none'";
    }
}
