/*
 * Entries in the menu of the console and in the tabs of a user. They are copies of a neighbour, so that they look like it, and
 * stand behind what the console has put there, which leaves them alone. Where a neighbour is missing, the person may not see
 * what it leads to, or the console was rebuilt: then there is no entry.
 */
import { consoleUser, href, page, realm } from "./route.js";

const LISTS = ["nav-item-users", "nav-item-sessions", "nav-item-roles", "nav-item-realm-settings"];

export function tendMenu(texts) {
    const open = page()?.name;
    const list = LISTS.map((id) => document.getElementById(id)?.closest("li")).find(Boolean)?.parentElement;
    entry(list, "nav-item-users", "devices", texts.say("menu.devices"), open === "devices");
    entry(list, "nav-item-realm-settings", "mails", texts.say("menu.mail"), open === "mails");
}

/** @param sign the entry of Keycloak that is there for those only who may see this one */
function entry(list, sign, name, text, current) {
    const id = `nav-item-keyward-${name}`;
    let link = document.getElementById(id);
    if (!list || !document.getElementById(sign)) {
        link?.closest("li").remove();
        return;
    }
    if (link?.closest("li").parentElement !== list) {
        link?.closest("li").remove();
        link = copy(document.getElementById(sign).closest("li"), id);
        list.append(link.closest("li"));
    }
    lead(link, href(realm(), "keyward", name), text);
    mark(link, current);
}

export function tendTabs(texts) {
    const user = consoleUser();
    const neighbour = user && document.querySelector('[data-testid="user-sessions-tab"]')?.closest("li");
    if (neighbour) {
        tab(neighbour, "devices", texts.say("menu.devices"), user);
        tab(neighbour, "email", texts.say("menu.email"), user);
    }
}

function tab(neighbour, name, text, user) {
    const id = `keyward-tab-${name}`;
    let link = document.getElementById(id);
    if (link?.closest("li").parentElement !== neighbour.parentElement) {
        link?.closest("li").remove();
        link = copy(neighbour, id);
        neighbour.parentElement.append(link.closest("li"));
    }
    lead(link, href(realm(), "keyward", "users", user, name), text);
}

/** A copy of a list item whose link is another, shown as one that is not open. */
function copy(item, id) {
    const own = item.cloneNode(true);
    for (const part of [own, ...own.querySelectorAll("*")]) {
        for (const name of ["id", "aria-current", "aria-selected", "aria-controls", "data-ouia-component-id"]) {
            part.removeAttribute(name);
        }
        part.classList.remove(...[...part.classList].filter((name) => /-current$/.test(name)));
    }
    const link = own.querySelector("a");
    link.id = id;
    link.dataset.testid = id;
    return link;
}

/** Touches what is different only: each change of what is shown calls this again. */
function lead(link, to, text) {
    if (link.getAttribute("href") !== to) {
        link.setAttribute("href", to);
    }
    const label = link.querySelector("span") ?? link;
    if (label.textContent !== text) {
        label.textContent = text;
    }
}

function mark(link, current) {
    if (link.hasAttribute("aria-current") !== current) {
        link.classList.toggle("pf-m-current", current);
        link.toggleAttribute("aria-current", current);
        if (current) {
            link.setAttribute("aria-current", "page");
        }
    }
}
