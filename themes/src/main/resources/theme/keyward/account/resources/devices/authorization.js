import { environment, pageUrl, realmUrl } from "./environment.js";

const encode = (bytes) =>
  btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/** 256 random bits, for use in an address. */
export const random = () => encode(crypto.getRandomValues(new Uint8Array(32)));

/** The address that asks Keycloak for a code, bound to the verifier (RFC 7636) and brought to this page. */
export async function authorizationUrl(verifier, parameters) {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier));
  const url = new URL(`${realmUrl}/protocol/openid-connect/auth`);
  url.search = new URLSearchParams({
    response_type: "code",
    response_mode: "query",
    redirect_uri: pageUrl,
    code_challenge: encode(new Uint8Array(digest)),
    code_challenge_method: "S256",
    ...parameters,
  }).toString();
  return url;
}

/** Leaves for the sign-in page and comes back here. The console asks for the password only if it has to. */
export function signInAgain() {
  window.location.assign(pageUrl);
}

/**
 * Leaves for the sign-in page, which asks unless somebody signed in within `maxAge` seconds, and comes back here. Nobody redeems
 * the code that comes with it: what counts is the time of the sign-in, which the session then has.
 */
export async function authenticateAgain(maxAge) {
  const url = await authorizationUrl(random(), {
    client_id: environment.clientId,
    scope: "openid",
    state: random(),
    max_age: String(maxAge),
  });
  window.location.assign(url);
}
