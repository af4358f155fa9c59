import { PATIENCE, realmUrl } from "./environment.js";
import { Gone, NotFresh, NotOffered, Refused, SignedOut } from "./problems.js";
import { accessToken, forgetToken } from "./token.js";

/** The devices, last seen first. */
export const listDevices = async () => (await ask("GET", "")).devices;

/** The device with its new name; nothing takes the name away. */
export const renameDevice = (id, name) => ask("PUT", `/${id}`, { name });

export const signOutDevice = (id) => ask("POST", `/${id}/sign-out`);

/** Needs a sign-in of a short while ago, else NotFresh. */
export const signOutOthers = () => ask("POST", "/sign-out-others");

/** The last sign-ins on all devices, newest first. */
export const listSignIns = async () => (await ask("GET", "/sign-ins?max=100")).signIns;

/** Whether the person wants mails about new devices, and whether the realm sends any. */
export const readPreferences = () => ask("GET", "/preferences");

export const wantNewDeviceMail = (newDeviceMail) => ask("PUT", "/preferences", { newDeviceMail });

async function ask(method, path, body) {
  let answer = await send(method, path, body);
  if (answer.status === 401 && !(await tooOld(answer))) {
    // Expired earlier than its clock said, or revoked: another one may do, if the session lives.
    forgetToken();
    answer = await send(method, path, body);
  }
  if (answer.status === 204) {
    return null;
  }
  if (answer.ok) {
    return answer.json();
  }
  throw await problem(answer, path);
}

async function send(method, path, body) {
  return fetch(`${realmUrl}/keyward/devices${path}`, {
    method,
    cache: "no-store",
    signal: AbortSignal.timeout(PATIENCE),
    headers: {
      Accept: "application/json",
      Authorization: `Bearer ${await accessToken()}`,
      ...(body === undefined ? {} : { "Content-Type": "application/json" }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

/** RFC 9470: not who asks is the trouble, but how long ago the person signed in. */
async function tooOld(answer) {
  const { error } = await answer.clone().json().catch(() => ({}));
  return error === "insufficient_user_authentication";
}

async function problem(answer, path) {
  switch (answer.status) {
    case 400:
      return new Refused((await answer.json().catch(() => ({}))).code);
    case 401:
      return (await tooOld(answer))
        ? new NotFresh(Number(/max_age="(\d+)"/.exec(answer.headers.get("WWW-Authenticate"))?.[1] ?? 0))
        : new SignedOut("the token is not taken");
    case 403:
      return new NotOffered("forbidden");
    case 404:
      return path.startsWith("/") && !path.startsWith("/sign-") && path !== "/preferences" ? new Gone("not found") : new NotOffered("not found");
    default:
      return new Error(`status ${answer.status}`);
  }
}
