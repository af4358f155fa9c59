// Beside a new password: which rules it meets, and how hard it is to guess. The rules are the realm's own; what only the
// server knows, it is asked. So nothing is called good here that would be refused afterwards: the words are about guessing
// alone, and none are said before all rules are known to be met.
// Without this script the rules stand there all the same.

import { strength } from "./keyward-strength.js";

const PAUSE = 400;
const PATIENCE = 5000;

const box = document.getElementById("keyward-password");
const input = box && document.getElementById(box.dataset.field);
if (input) {
  accompany();
}

function accompany() {
  const owner = document.getElementById(box.dataset.username);
  const texts = box.dataset;
  const rules = [...box.querySelectorAll("li[data-checks]")];
  const meter = box.querySelector(".kw-meter");
  const words = box.querySelector(".kw-meter-text");
  const status = box.querySelector("[role=status]");
  let timer;
  let telling;
  let question;
  let known = null;

  if (!input.hasAttribute("aria-describedby") && document.getElementById("keyward-rules")) {
    input.setAttribute("aria-describedby", "keyward-rules");
  }
  input.addEventListener("input", typed);
  owner?.addEventListener("input", typed);
  // A browser may have filled the field in before this ran.
  typed();

  function typed() {
    clearTimeout(timer);
    question?.abort();
    known = null;
    const states = show();
    if (input.value !== "" && texts.checkUrl && !states.includes("broken")) {
      timer = setTimeout(ask, PAUSE);
    }
  }

  async function ask() {
    const asked = new AbortController();
    question = asked;
    const late = setTimeout(() => asked.abort(), PATIENCE);
    try {
      const response = await fetch(texts.checkUrl, {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "application/json" },
        body: JSON.stringify({ username: owner?.value ?? "", password: input.value }),
        credentials: "omit",
        cache: "no-store",
        signal: asked.signal,
      });
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      const { refused } = await response.json();
      known = new Set(refused);
    } catch {
      // Not asked in time: then nothing is said, and the server decides when the form is sent.
      known = undefined;
    } finally {
      clearTimeout(late);
    }
    if (question === asked) {
      show();
    }
  }

  function show() {
    const states = rules.map((rule) => {
      const state = input.value === "" ? "open" : stateOf(rule);
      rule.dataset.state = state;
      rule.querySelector("span").textContent =
        state === "met" ? ` (${texts.textMet})` : state === "broken" ? ` (${texts.textBroken})` : "";
      return state;
    });
    const [level, text] = verdict(states);
    meter.dataset.level = String(level);
    words.textContent = text;
    // Said when somebody pauses, not at every key.
    clearTimeout(telling);
    telling = setTimeout(() => {
      status.textContent = text;
    }, 1000);
    return states;
  }

  function stateOf(rule) {
    const states = rule.dataset.checks.split(" ").map((check) => {
      const [id, number] = check.split(":");
      return known?.has(id) ? "broken" : here(id, Number(number));
    });
    return states.includes("broken") ? "broken" : states.includes("open") ? "open" : "met";
  }

  /** What can be told here of one policy, counted the way Keycloak counts. */
  function here(id, number) {
    const password = input.value;
    const name = (owner?.value ?? "").toLowerCase();
    switch (id) {
      case "length":
        return says(password.length >= number);
      case "maxLength":
        return says(password.length <= number);
      case "upperCase":
        return says(count(password, /\p{Uppercase}/u) >= number);
      case "lowerCase":
        return says(count(password, /\p{Lowercase}/u) >= number);
      case "digits":
        return says(count(password, /\p{Nd}/u) >= number);
      case "specialChars":
        return says(count(password, /[^\p{L}\p{Nd}]/u) >= number);
      case "notUsername":
      case "notEmail":
        return name === "" ? "open" : says(password.toLowerCase() !== name);
      case "notContainsUsername":
        return name === "" ? "open" : says(!password.toLowerCase().includes(name));
      case "passwordHistory":
        return "open";
      default:
        return known ? "met" : "open";
    }
  }

  function verdict(states) {
    if (input.value === "") {
      return [0, ""];
    }
    if (states.includes("broken")) {
      return [0, texts.textNotYet];
    }
    if (known?.size > 0) {
      return [0, texts.textRefused];
    }
    if (texts.checkUrl && !known) {
      return [0, known === null ? texts.textChecking : ""];
    }
    const level = strength(input.value, (owner?.value ?? "").split(/[@.+_-]/));
    return [level, [texts.textEasy, texts.textHard, texts.textVeryHard][level - 1]];
  }
}

function says(met) {
  return met ? "met" : "broken";
}

/** By the sixteen bits that Java calls a char. */
function count(text, kind) {
  let found = 0;
  for (let i = 0; i < text.length; i++) {
    if (kind.test(text[i])) {
      found++;
    }
  }
  return found;
}
