/** Says which versions of Keycloak Keyward runs on, before anything of it that another version lacks is looked for. */
package io.keyward.compatibility;
