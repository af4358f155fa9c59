// For every page of Keyward: a form is sent once, and pages that are no part of a sign-in stay where they are.

const RELEASE_AFTER = 10_000;
let sent = 0;

// A second click would spend a link or a try twice and show the answer to the second.
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) {
    return;
  }
  if (Date.now() - sent < RELEASE_AFTER) {
    event.preventDefault();
    return;
  }
  sent = Date.now();
  busy(event.submitter);
});

// On a slow line: that something is under way, on the button itself.
function busy(button) {
  if (button?.classList.contains("kw-button")) {
    button.setAttribute("aria-busy", "true");
    setTimeout(() => button.removeAttribute("aria-busy"), RELEASE_AFTER);
  }
}

// Back from the browser's page cache: the forms may be used again.
globalThis.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    sent = 0;
    document.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
  }
});

// The login layout of Keycloak sends each of its pages on as soon as a sign-in happens in another tab. A page that was
// opened from a mail has nowhere to be sent. Keycloak stops its watch on this event.
if (document.querySelector("script[data-keyward-standalone]")) {
  globalThis.dispatchEvent(new Event("beforeunload"));
}
