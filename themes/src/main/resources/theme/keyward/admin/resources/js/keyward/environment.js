/** What Keycloak tells its console: addresses, realm and client of the sign-in. */
export const environment = JSON.parse(document.getElementById("environment").textContent);

/** The address of a resource below the admin API of a realm. */
export function adminApi(realm, path) {
    return `${environment.adminBaseUrl}/admin/realms/${encodeURIComponent(realm)}${path}`;
}

/** The address of something beside this console's page, such as {@code whoami}. */
export function beside(name) {
    return new URL(name, new URL(`${environment.consoleBaseUrl.replace(/\/+$/, "")}/`, location.origin)).href;
}
