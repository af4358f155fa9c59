/** What pages of Keycloak's own, and those of Keyward, are told of a realm beyond what Keycloak tells them. */
package io.keyward.pages;
