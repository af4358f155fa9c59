/** Keyward's part in the traces that Keycloak sends where {@code --tracing-enabled=true}. */
package io.keyward.tracing;
