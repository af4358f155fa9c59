/**
 * Rotation of refresh tokens: each use replaces the token, a repeat within the grace gets the same successor again, and one that
 * comes back later than that ends the session it belongs to. How far each line of tokens has come is kept by
 * {@link io.keyward.devicesession.RefreshChainStore}.
 */
package io.keyward.devicesession.rotation;
