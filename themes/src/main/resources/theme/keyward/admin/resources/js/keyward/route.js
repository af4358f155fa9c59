/* Where the console is. It keeps that after the "#" of the address; the realm comes first. */
import { environment } from "./environment.js";

const OURS = /^#\/([^/?]+)\/keyward\/(?:(devices|mails)|users\/([^/?]+)\/(devices|email))(?:\?(.*))?$/;
const USER = /^#\/([^/?]+)\/users\/([^/?]+)\/[^/?]+/;

function decoded(part) {
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}

/** The page of ours that is asked for, or null. */
export function page() {
    const found = OURS.exec(location.hash);
    if (!found) {
        return null;
    }
    const [, realm, list, user, tab, query] = found;
    return {
        key: location.hash,
        realm: decoded(realm),
        name: list ?? `user-${tab}`,
        user: user && decoded(user),
        query: new URLSearchParams(query ?? ""),
    };
}

/** The realm that the console is at. */
export function realm() {
    const found = /^#\/([^/?]+)/.exec(location.hash);
    return found ? decoded(found[1]) : environment.realm;
}

/** The id of the user whose page of Keycloak is open, or null. */
export function consoleUser() {
    const found = USER.exec(location.hash);
    return found ? decoded(found[2]) : null;
}

/** The address of a page of the console, ours or Keycloak's, from its parts. */
export function href(...parts) {
    return `#/${parts.map(encodeURIComponent).join("/")}`;
}
