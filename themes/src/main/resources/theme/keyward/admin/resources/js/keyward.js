/*
 * Adds Keyward's pages to Keycloak's admin console. This part is loaded with every page of the console: it looks where the
 * console is, keeps the entries of menu and tabs in place, and fetches the rest when one of the pages is opened.
 */
import { tendMenu, tendTabs } from "./keyward/menu.js";
import { page } from "./keyward/route.js";
import { texts } from "./keyward/texts.js";

let stage;

async function show(wanted) {
    if (wanted || stage) {
        stage ??= await import("./keyward/stage.js");
        await stage.show(page());
    }
}

async function tend() {
    // Before the console has its menu, it does not know its language either.
    if (!document.querySelector('[id^="nav-item-"]')) {
        return;
    }
    const told = await texts();
    tendMenu(told);
    tendTabs(told);
    await show(page());
}

let due = false;

/** Once for many changes: the console builds a page in many steps. */
function soon() {
    if (!due) {
        due = true;
        setTimeout(() => {
            due = false;
            tend().catch((problem) => console.error("Keyward's pages", problem));
        }, 0);
    }
}

addEventListener("hashchange", soon);
addEventListener("popstate", soon);
// The console moves on without an event that others could hear; but then it shows something else.
new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
soon();
