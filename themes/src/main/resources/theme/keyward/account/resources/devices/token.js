import { authorizationUrl, random } from "./authorization.js";
import { PATIENCE, pageUrl, realmUrl } from "./environment.js";
import { NotOffered, SignedOut } from "./problems.js";

/**
 * A client of its own with one scope, no roles and no refresh tokens: the token of this page is good for devices and nothing else, and
 * that of the console is not good for them.
 */
export const CLIENT = "keyward-account";
const SCOPE = "keyward-devices";

/** In milliseconds: what the way to the server may take of a token's life. */
const LEEWAY = 10_000;

const SIGN_IN_NEEDED = ["login_required", "interaction_required", "account_selection_required", "consent_required"];
const MISCONFIGURED = ["invalid_scope", "unauthorized_client", "access_denied", "invalid_request"];

let known = null;
let asking = null;

/** An access token that lives, from memory or from Keycloak by the session that the browser has. */
export async function accessToken() {
  if (known !== null && performance.now() < known.until) {
    return known.value;
  }
  asking ??= ask().finally(() => {
    asking = null;
  });
  return asking;
}

/** The server does not take it any more. */
export function forgetToken() {
  known = null;
}

async function ask() {
  const verifier = random();
  const answer = await redeem(await silentCode(verifier), verifier);
  known = { value: answer.access_token, until: performance.now() + answer.expires_in * 1000 - LEEWAY };
  return known.value;
}

/** Keycloak answers by a redirect to this page, which fetch follows; where it led to tells the code. */
async function silentCode(verifier) {
  const state = random();
  const url = await authorizationUrl(verifier, { client_id: CLIENT, scope: SCOPE, prompt: "none", state });
  const arrived = await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE) });
  arrived.body?.cancel();
  const answer = new URL(arrived.url).searchParams;
  const error = answer.get("error");
  const answered = arrived.url.startsWith(`${pageUrl}?`) && answer.get("state") === state;
  if (answered && SIGN_IN_NEEDED.includes(error)) {
    throw new SignedOut(error);
  }
  if (answered ? MISCONFIGURED.includes(error) : arrived.status < 500) {
    // Without a client that it knows, Keycloak shows a page in place of a redirect.
    throw new NotOffered(error ?? `status ${arrived.status}`);
  }
  if (!answered || !answer.has("code")) {
    throw new Error(error ?? `status ${arrived.status}`);
  }
  return answer.get("code");
}

async function redeem(code, verifier) {
  const answer = await fetch(`${realmUrl}/protocol/openid-connect/token`, {
    method: "POST",
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE),
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: CLIENT,
      redirect_uri: pageUrl,
      code,
      code_verifier: verifier,
    }),
  });
  if (answer.ok) {
    return answer.json();
  }
  if (answer.status === 400) {
    throw new SignedOut("the session ended meanwhile");
  }
  throw new Error(`status ${answer.status}`);
}
