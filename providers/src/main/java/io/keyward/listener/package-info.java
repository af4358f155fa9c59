/** What listeners of Keycloak's events have in common. */
package io.keyward.listener;
