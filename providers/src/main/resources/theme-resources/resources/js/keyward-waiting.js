// The page that waits for the proof: asks whether it has arrived, and counts down to the next mail.
// Without this script the page works the same, by its buttons.

const page = document.getElementById("keyward-waiting");
const continueForm = document.getElementById("keyward-continue-form");
const resendForm = document.getElementById("keyward-resend-form");
const resendButton = document.getElementById("keyward-resend");
const status = document.getElementById("keyward-status");

if (page) {
  countDown();
  watch();
}

function countDown() {
  const seconds = Number(page.dataset.resendIn);
  if (!resendButton || !resendForm || !(seconds > 0)) {
    return;
  }
  const label = resendButton.textContent;
  const until = Date.now() + seconds * 1000;
  let timer;

  // Not the disabled attribute: the button stays in the tab order and keeps the focus.
  resendButton.setAttribute("aria-disabled", "true");
  resendForm.addEventListener("submit", (event) => {
    if (resendButton.getAttribute("aria-disabled") === "true") {
      event.preventDefault();
    }
  });

  function tick() {
    const left = Math.ceil((until - Date.now()) / 1000);
    if (left <= 0) {
      clearInterval(timer);
      resendButton.textContent = label;
      resendButton.removeAttribute("aria-disabled");
      status.textContent = page.dataset.textAgain;
    } else if (left < 120) {
      resendButton.textContent = page.dataset.textSeconds.replace("{0}", String(left));
    } else {
      resendButton.textContent = page.dataset.textMinutes.replace("{0}", String(Math.ceil(left / 60)));
    }
  }

  timer = setInterval(tick, 1000);
  tick();
}

function watch() {
  const url = page.dataset.statusUrl;
  if (!url || !continueForm) {
    return;
  }
  const started = Date.now();
  let failures = 0;
  let timer;
  let asking = false;
  let stopped = false;

  function pause() {
    if (failures > 0) {
      return Math.min(3000 * 2 ** failures, 60_000);
    }
    const minutes = (Date.now() - started) / 60_000;
    return minutes < 3 ? 3000 : minutes < 15 ? 6000 : 15_000;
  }

  function later() {
    clearTimeout(timer);
    if (!stopped && !document.hidden) {
      timer = setTimeout(ask, pause());
    }
  }

  async function ask() {
    if (asking || stopped || document.hidden) {
      return;
    }
    asking = true;
    try {
      const response = await fetch(url, {
        headers: { Accept: "application/json" },
        credentials: "same-origin",
        cache: "no-store",
      });
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      const { state } = await response.json();
      failures = 0;
      if (!stopped && ["proved", "elsewhere", "gone"].includes(state)) {
        stopped = true;
        status.textContent = page.dataset.textGoingOn;
        continueForm.requestSubmit();
        return;
      }
    } catch {
      failures += 1;
    } finally {
      asking = false;
    }
    later();
  }

  // Whatever the person sends comes first.
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) {
      stopped = true;
      clearTimeout(timer);
    }
  });
  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    ask();
  });
  globalThis.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      stopped = false;
      ask();
    }
  });
  later();
}
