/** What Keycloak tells the account console about itself; its own scripts read the same element. */
export const environment = JSON.parse(document.getElementById("environment").textContent);

export const realmUrl = `${environment.serverBaseUrl}/realms/${encodeURIComponent(environment.realm)}`;

/** This page: the one address that the client keyward-account may be answered at. */
export const pageUrl = `${environment.baseUrl}account-security/your-devices`;

/** How long a server may take, in milliseconds, before the person is told that it does not answer. */
export const PATIENCE = 30_000;
