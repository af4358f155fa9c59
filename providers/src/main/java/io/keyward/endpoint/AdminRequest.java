package io.keyward.endpoint;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/**
 * A request at the admin API, whose token Keycloak has found good.
 *
 * @param session of this request
 * @param realm the realm it is about
 * @param auth what the administrator may do there
 * @param adminEvent for the event of a change
 */
public record AdminRequest(
        KeycloakSession session, RealmModel realm, AdminPermissionEvaluator auth, AdminEventBuilder adminEvent) {}
