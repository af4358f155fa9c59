// The session API. The tokens are in cookies that no script sees; all there is to do is to refresh in time.

const BASE = 'auth/';

/** The API said no. */
export class Refused extends Error {
  constructor(status, {error, code, fields, continue_url: continueUrl} = {}) {
    super(error ?? 'That did not work. Try again later.');
    this.status = status;
    this.code = code;
    this.fields = fields ?? {};
    this.continueUrl = continueUrl;
  }
}

async function send(method, path, body) {
  const headers = {Accept: 'application/json', 'Accept-Language': document.documentElement.lang};
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  const answer = await fetch(BASE + path, {method, headers, body: body === undefined ? undefined : JSON.stringify(body)});
  const isJson = answer.headers.get('Content-Type')?.startsWith('application/json');
  const json = isJson ? await answer.json() : undefined;
  if (!answer.ok) {
    throw new Refused(answer.status, json);
  }
  return json;
}

let refreshing = null;

/** However many calls find the access token expired: one refresh for all of them, in this tab. Two tabs may come at once; the API gives both the same. */
function refresh() {
  refreshing ??= send('POST', 'refresh', {}).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

/** A call for who is signed in: when the access token has expired, it is made again after a refresh. */
async function signedIn(method, path, body) {
  try {
    return await send(method, path, body);
  } catch (refused) {
    if (refused.code !== 'not_signed_in') {
      throw refused;
    }
    try {
      await refresh();
    } catch (over) {
      throw over instanceof Refused && over.status === 401 ? refused : over;
    }
    return send(method, path, body);
  }
}

export const register = (name, email, password) => send('POST', 'register', {name, email, password});
export const signIn = (email, password) => send('POST', 'login', {email, password});
export const forgotPassword = (email) => send('POST', 'forgot-password', {email});
export const signOut = () => send('POST', 'logout', {});
export const me = async () => (await signedIn('GET', 'me')).user;
export const devices = async () => (await signedIn('GET', 'devices')).devices;
export const endDevice = (id) => signedIn('DELETE', `devices/${encodeURIComponent(id)}`);
