/**
 * JSON endpoints and HTTP-only cookies below {@code /realms/{realm}/keyward/auth}, for applications that should never hold a
 * token. All tokens are issued by Keycloak's own grants; this room adds no way around any of them (ADR 20, ADR 21).
 */
package io.keyward.sessionapi;
