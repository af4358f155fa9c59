import { PATIENCE, environment } from "./environment.js";

const PLACEHOLDER = /\{\{(\w+)\}\}/g;
const MESSAGE = /^\$\{(.+)\}$/;

let texts = null;
let loading = null;

/** Gets the console's texts in the person's language, with what the realm has put in their place. */
export function loadTexts() {
  loading ??= load().catch((reason) => {
    loading = null;
    throw reason;
  });
  return loading;
}

async function load() {
  const { serverBaseUrl, realm, locale } = environment;
  const answer = await fetch(`${serverBaseUrl}/resources/${encodeURIComponent(realm)}/account/${locale}`, {
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) {
    throw new Error(`status ${answer.status}`);
  }
  texts = new Map((await answer.json()).map(({ key, value }) => [key, value]));
}

/**
 * The text, with values put in for {{names}}; names of devices are kept from turning the words around them. To be called once the
 * texts are there.
 */
export function text(key, values = {}) {
  return (texts.get(key) ?? key).replace(PLACEHOLDER, (whole, name) =>
    !(name in values) ? whole : name === "count" ? values[name] : `\u2068${values[name]}\u2069`,
  );
}

/** The text for a number of things, by the rules of the language: key_one, key_other. */
export function counted(key, count) {
  const form = `${key}_${new Intl.PluralRules(environment.locale).select(count)}`;
  return text(texts.has(form) ? form : `${key}_other`, {
    count: new Intl.NumberFormat(environment.locale).format(count),
  });
}

/** A name that may stand for a message, as those of Keycloak's own clients do. */
export function label(name) {
  const key = MESSAGE.exec(name ?? "")?.[1];
  return key === undefined ? name : texts.get(key) ?? key;
}
