/* Fields above a table. */
import { createElement as h, useState } from "react";
import { useHere } from "./here.js";
import { Button, Select } from "./parts.js";
import { Trouble } from "./trouble.js";

const MOST = 10;

export function Choice({ name, value, choose, options }) {
    return h(
        "label",
        { className: "keyward-field" },
        h("span", null, name),
        h(Select, { value, choose, options }),
    );
}

/** A text that counts when it is sent, not with every letter. */
export function Search({ name, help, submit, action, initial = "" }) {
    const [text, set] = useState(initial);
    const send = (event) => {
        event.preventDefault();
        submit(text.trim());
    };
    return h(
        "form",
        { className: "keyward-field", onSubmit: send },
        h(
            "label",
            null,
            h("span", null, name),
            h(
                "span",
                { className: "pf-v5-c-form-control" },
                h("input", { type: "search", value: text, placeholder: help, onChange: (event) => set(event.target.value) }),
            ),
        ),
        h(Button, { type: "submit", kind: "control" }, action),
    );
}

/**
 * Finds a person by Keycloak's own search, and lets one of several be chosen.
 *
 * @param value {@code {id, username}} of the person chosen, or null
 */
export function Person({ value, choose }) {
    const { api, t } = useHere();
    const [found, set] = useState(null);
    const look = async (text) => {
        if (!text) {
            set(null);
            return;
        }
        try {
            const people = await api.people(text, MOST);
            set(people.length === 1 ? null : { text, people });
            if (people.length === 1) {
                choose(people[0]);
            }
        } catch (problem) {
            set({ problem });
        }
    };
    if (value) {
        return h(
            "div",
            { className: "keyward-field" },
            h("span", null, t("person")),
            h(
                "span",
                { className: "keyward-chosen" },
                h("bdi", null, value.username),
                h(Button, { kind: "link", onClick: () => choose(null) }, t("person.all")),
            ),
        );
    }
    return h(
        "div",
        { className: "keyward-person" },
        h(Search, { name: t("person"), help: t("person.help"), action: t("search"), submit: look }),
        h("div", { role: "status" }, found?.people && h(Found, { found, choose, close: () => set(null) })),
        found?.problem && h(Trouble, { problem: found.problem, role: "view-users" }),
    );
}

function Found({ found, choose, close }) {
    const { t } = useHere();
    if (found.people.length === 0) {
        return h("p", null, t("person.none", found.text));
    }
    const pick = (person) => {
        close();
        choose(person);
    };
    return h(
        "div",
        { className: "keyward-found" },
        h("p", null, t("person.several")),
        h(
            "ul",
            null,
            found.people.slice(0, MOST).map((person) =>
                h(
                    "li",
                    { key: person.id },
                    h(
                        Button,
                        { kind: "link", onClick: () => pick(person) },
                        h("bdi", null, person.username),
                        nameOf(person) && h("bdi", { className: "keyward-small" }, nameOf(person)),
                    ),
                ),
            ),
        ),
        found.people.length > MOST && h("p", null, t("person.more", MOST)),
    );
}

function nameOf(person) {
    return [person.firstName, person.lastName].filter(Boolean).join(" ");
}
