/*
 * Puts a page of ours in the place of the console's own. The console knows nothing of it and says "Page Not Found" meanwhile,
 * which is hidden; the header and the menu around it stay the console's.
 */
import { mount } from "./app.js";
import { texts } from "./texts.js";

const THEIRS = "kc-main-content-page-container";

let open = null;
let title = null;

export async function show(page) {
    if (!page) {
        close();
        return;
    }
    const told = await texts();
    const theirs = document.getElementById(THEIRS);
    // The console builds everything anew after another realm was chosen.
    if (open && !open.host.isConnected) {
        close();
    }
    open ??= begin(theirs);
    hide(theirs);
    open.root.show(page, told);
}

function begin(theirs) {
    title ??= document.title;
    // Where the console looks otherwise one day, the page takes the whole window.
    const host = theirs?.cloneNode(false) ?? document.createElement("main");
    host.id = "keyward-main";
    host.hidden = false;
    host.tabIndex = -1;
    host.classList.add(theirs ? "keyward-inside" : "keyward-alone");
    if (theirs) {
        theirs.after(host);
    } else {
        document.body.append(host);
    }
    return { host, root: mount(host, (name) => (document.title = `${name} – ${title}`)) };
}

function hide(theirs) {
    if (theirs && !theirs.hidden) {
        theirs.hidden = true;
    }
}

function close() {
    if (open) {
        open.root.close();
        open.host.remove();
        open = null;
        document.title = title;
        const theirs = document.getElementById(THEIRS);
        if (theirs) {
            theirs.hidden = false;
        }
    }
}
