/**
 * How a realm does without Keyward for a while, or for good: what its settings name of Keyward's is taken out of them, remembered,
 * and put back when asked for. Keycloak (26.7) does not load a realm whose settings name providers that are not there.
 */
package io.keyward.departure;
