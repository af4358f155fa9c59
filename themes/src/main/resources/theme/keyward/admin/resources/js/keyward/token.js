/*
 * Tokens for the admin API. The console keeps its own to itself, so this signs in beside it, as a second tab of the console
 * would: same client, same session in the browser, no page. Tokens are kept in memory only.
 */
import { beside, environment } from "./environment.js";

const OPENID = `${environment.serverBaseUrl}/realms/${encodeURIComponent(environment.realm)}/protocol/openid-connect`;

/** Nobody is signed in any more. */
export class SignedOut extends Error {}

/** The console has another address than the sign-in, which this does not cope with. */
export class OtherOrigin extends Error {}

let tokens = null;
let underway = null;

/** @param refused a token that the server has not taken, and which is therefore not given again */
export function accessToken(refused) {
    if (tokens && tokens.access !== refused && performance.now() < tokens.until) {
        return Promise.resolve(tokens.access);
    }
    underway ??= renew().finally(() => {
        underway = null;
    });
    return underway;
}

async function renew() {
    const refresh = tokens?.refresh;
    tokens = null;
    const answer =
        (refresh && (await ask({ grant_type: "refresh_token", refresh_token: refresh }))) || (await ask(await signIn()));
    if (!answer) {
        throw new SignedOut();
    }
    tokens = {
        access: answer.access_token,
        refresh: answer.refresh_token,
        until: performance.now() + answer.expires_in * 1000 * 0.8,
    };
    return tokens.access;
}

/** The token endpoint's answer, or null when it refuses. */
async function ask(form) {
    const answer = await fetch(`${OPENID}/token`, {
        method: "POST",
        body: new URLSearchParams({ client_id: environment.clientId, ...form }),
    });
    if (answer.ok) {
        return answer.json();
    }
    if (answer.status >= 500) {
        throw new Error(`token: ${answer.status}`);
    }
    return null;
}

/**
 * An authorization code, by the session that the browser has. The redirect is followed by fetch to the smallest resource that
 * the console's client may be sent back to; only its address counts.
 */
async function signIn() {
    if (new URL(OPENID).origin !== location.origin) {
        throw new OtherOrigin();
    }
    const verifier = random();
    const state = random();
    const back = beside("messages.json");
    const query = new URLSearchParams({
        client_id: environment.clientId,
        redirect_uri: back,
        response_type: "code",
        response_mode: "query",
        scope: "openid",
        prompt: "none",
        state,
        code_challenge_method: "S256",
        code_challenge: base64url(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))),
    });
    const answer = await fetch(`${OPENID}/auth?${query}`, { credentials: "same-origin", cache: "no-store" });
    const came = new URL(answer.url);
    const code = came.searchParams.get("code");
    if (!answer.url.startsWith(back) || came.searchParams.get("state") !== state || !code) {
        throw new SignedOut();
    }
    return { grant_type: "authorization_code", code, redirect_uri: back, code_verifier: verifier };
}

function random() {
    return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes) {
    return btoa(String.fromCharCode(...new Uint8Array(bytes)))
        .replaceAll("+", "-")
        .replaceAll("/", "_")
        .replaceAll("=", "");
}
