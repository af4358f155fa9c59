/* The texts of the theme's bundle admin-messages, and times as people tell them. */
import { beside } from "./environment.js";

const ASKED = /\/resources\/[^/]+\/admin\/([A-Za-z-]+)$/;

/**
 * The language of the console. It tells nobody, so this looks which of its texts it has fetched: English always, as what is
 * fallen back to, and another one if the person reads that.
 */
function language() {
    const asked = performance
        .getEntriesByType("resource")
        .map((entry) => ASKED.exec(new URL(entry.name).pathname)?.[1])
        .filter((found) => found && found !== "en");
    return asked.at(-1) ?? "en";
}

const bundles = new Map();

/** Texts in the language of the console; asks the server once for each. */
export function texts() {
    const wanted = language();
    if (!bundles.has(wanted)) {
        bundles.set(wanted, load(wanted));
    }
    return bundles.get(wanted);
}

async function load(lang) {
    const answer = await fetch(`${beside("messages.json")}?lang=${encodeURIComponent(lang)}`);
    if (!answer.ok) {
        bundles.delete(lang);
        throw new Error(`texts: ${answer.status}`);
    }
    return new Texts(lang, await answer.json());
}

const STEPS = [
    ["year", 31_536_000],
    ["month", 2_592_000],
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
    ["second", 1],
];

export class Texts {
    constructor(lang, bundle) {
        this.lang = lang;
        this.bundle = bundle;
        this.relative = new Intl.RelativeTimeFormat(lang, { numeric: "auto" });
        this.absolute = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "medium" });
        this.numbers = new Intl.NumberFormat(lang);
    }

    /** A text, with {0}, {1} replaced. The key itself if there is no such text. */
    say(key, ...values) {
        return (this.bundle[key] ?? key).replace(/\{(\d)\}/g, (whole, at) => this.number(values[at]) ?? whole);
    }

    /** The text for a word of the API; the word itself if it is newer than these texts. */
    word(kind, word) {
        return this.bundle[`${kind}.${word}`] ?? word;
    }

    number(value) {
        return typeof value === "number" ? this.numbers.format(value) : value;
    }

    /** "3 hours ago", "in 2 minutes". */
    ago(at) {
        const seconds = (moment(at) - Date.now()) / 1000;
        const [unit, size] = STEPS.find(([, length]) => Math.abs(seconds) >= length) ?? STEPS.at(-1);
        return this.relative.format(Math.round(seconds / size), unit);
    }

    exactly(at) {
        return this.absolute.format(moment(at));
    }
}

/** A time of the API: ISO 8601, or seconds since 1970 where Keycloak writes it. */
export function moment(at) {
    return new Date(typeof at === "number" ? at * 1000 : at);
}
