/* The admin REST API, with Keycloak's own permissions. */
import { adminApi, beside } from "./environment.js";
import { accessToken, OtherOrigin, SignedOut } from "./token.js";

/**
 * What went wrong: {@code expired}, {@code forbidden}, {@code missing}, {@code refused} (with the code of the API),
 * {@code unreachable}, {@code origin} or {@code failed}.
 */
export class Problem extends Error {
    constructor(kind, code) {
        super(kind);
        this.kind = kind;
        this.code = code;
    }
}

const KINDS = { 401: "expired", 403: "forbidden", 404: "missing", 400: "refused", 409: "refused" };

async function call(method, url, body) {
    let answer;
    try {
        const token = await accessToken();
        answer = await send(method, url, token, body);
        if (answer.status === 401) {
            answer = await send(method, url, await accessToken(token), body);
        }
    } catch (failure) {
        if (failure instanceof SignedOut) {
            throw new Problem("expired");
        }
        if (failure instanceof OtherOrigin) {
            throw new Problem("origin");
        }
        throw new Problem(failure instanceof TypeError ? "unreachable" : "failed");
    }
    if (!answer.ok) {
        const told = await answer.json().catch(() => ({}));
        throw new Problem(KINDS[answer.status] ?? "failed", told.code);
    }
    return answer.status === 204 ? null : answer.json();
}

function send(method, url, token, body) {
    const headers = { Accept: "application/json", Authorization: `Bearer ${token}` };
    if (body) {
        headers["Content-Type"] = "application/json";
    }
    return fetch(url, { method, cache: "no-store", headers, body: body && JSON.stringify(body) });
}

/** Parameters that are empty are left out. */
function query(parameters) {
    const given = Object.entries(parameters ?? {}).filter(([, value]) => value !== undefined && value !== null && value !== "");
    return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

const path = encodeURIComponent;

/** Everything that the pages ask of one realm. */
export class Api {
    constructor(realm) {
        this.realm = realm;
        this.names = new Map();
    }

    get(below, parameters) {
        return call("GET", adminApi(this.realm, below + query(parameters)));
    }

    post(below) {
        return call("POST", adminApi(this.realm, below));
    }

    delete(below) {
        return call("DELETE", adminApi(this.realm, below));
    }

    /** Keycloak's roles of the person who is signed in, in this realm. */
    async roles() {
        const who = await call("GET", beside("whoami") + query({ currentRealm: this.realm }));
        return new Set(who.realm_access?.[this.realm] ?? []);
    }

    async realmAttributes() {
        return (await this.get("")).attributes ?? {};
    }

    /** Changes these and no others; what is empty is taken away. Keycloak wants all attributes, so what is there is asked for first. */
    async changeRealmAttributes(changed) {
        const given = Object.entries({ ...(await this.realmAttributes()), ...changed });
        const attributes = Object.fromEntries(given.filter(([name, value]) => value !== "" || !(name in changed)));
        await call("PUT", adminApi(this.realm, ""), { attributes });
    }

    user(id) {
        return this.get(`/users/${path(id)}`);
    }

    /** The first people who match, one more than are shown. */
    people(text, most) {
        return this.get("/users", { search: text, max: most + 1, briefRepresentation: true });
    }

    /** The username, or null where one may not know it or it is gone. Asked once for each. */
    username(id) {
        if (!this.names.has(id)) {
            this.names.set(
                id,
                this.get(`/users/${path(id)}`).then(
                    (user) => user.username,
                    () => null,
                ),
            );
        }
        return this.names.get(id);
    }

    devices(filter) {
        return this.get("/keyward/devices", filter);
    }

    devicesOf(user) {
        return this.get(`/keyward/users/${path(user)}/devices`);
    }

    signOut(device) {
        return this.post(`/keyward/devices/${path(device)}/sign-out`);
    }

    signOutAll(user) {
        return this.post(`/keyward/users/${path(user)}/devices/sign-out`);
    }

    mails(filter) {
        return this.get("/keyward/mails", filter);
    }

    mailCounts() {
        return this.get("/keyward/mails/counts");
    }

    mail(id) {
        return this.get(`/keyward/mails/${path(id)}`);
    }

    resend(id) {
        return this.post(`/keyward/mails/${path(id)}/resend`);
    }

    /** How many are due now. */
    async resendAll() {
        return (await this.post("/keyward/mails/resend")).mails;
    }

    cancel(id) {
        return this.post(`/keyward/mails/${path(id)}/cancel`);
    }

    proofs(user) {
        return this.get(`/keyward/users/${path(user)}/email-proof`);
    }

    vouch(user) {
        return this.post(`/keyward/users/${path(user)}/email-proof`);
    }

    askAgain(user) {
        return this.delete(`/keyward/users/${path(user)}/email-proof`);
    }

    undelivered(user) {
        return this.get(`/keyward/users/${path(user)}/undelivered`);
    }

    mailArrives(user) {
        return this.delete(`/keyward/users/${path(user)}/undelivered`);
    }
}
