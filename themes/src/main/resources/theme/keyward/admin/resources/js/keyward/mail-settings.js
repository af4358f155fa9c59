/* What Keyward adds to the email settings of a realm. They are attributes of the realm, for which the console has no fields. */
import { createElement as h, useId, useState } from "react";
import { Dialog } from "./dialog.js";
import { useHere, useLoad } from "./here.js";
import { Button, Link, Loading, Select } from "./parts.js";
import { href } from "./route.js";
import { Trouble } from "./trouble.js";

const OUTBOX = "keyward.mail.outbox";
const TRANSPORT = "keyward.mail.transport";
const RATE = "keyward.mail.rate";
const CONNECTIONS = "keyward.mail.connections";
const API_URL = "keyward.mailtrap.url";
const SECRET = "keyward.mailtrap.webhook-secret";

/** As the server reads it. */
const RATE_FORM = "none|mailtrap-sandbox|mailtrap-api|[1-9][0-9]{0,5}/[1-9][0-9]{0,4}";

export function MailSettings({ close, saved }) {
    const { api, page, t } = useHere();
    const form = useId();
    const found = useLoad(() => api.realmAttributes(), [api]);
    const [changed, change] = useState({});
    const [state, set] = useState({});
    const save = async (event) => {
        event.preventDefault();
        set({ busy: true });
        try {
            await api.changeRealmAttributes(changed);
            saved(t("mails.set.done"));
        } catch (problem) {
            set({ problem });
        }
    };
    const foot = [
        h(Button, { key: "save", kind: "primary", type: "submit", form, disabled: state.busy || !found.data }, t("save")),
        h(Button, { key: "no", kind: "link", onClick: close, disabled: state.busy, "data-first": true }, t("cancel")),
    ];
    return h(
        Dialog,
        { title: t("mails.set.title"), close, busy: state.busy, foot },
        h("p", null, t("mails.set.lead"), " ", h(Link, { to: href(page.realm, "realm-settings", "email") }, t("mails.settings"))),
        found.problem && h(Trouble, { problem: found.problem, role: "view-realm", again: found.again }),
        !found.data && !found.problem && h(Loading),
        found.data &&
            h(
                "form",
                { id: form, className: "keyward-settings", onSubmit: save },
                h(Fields, {
                    value: (name) => changed[name] ?? found.data[name] ?? "",
                    put: (name, value) => change((before) => ({ ...before, [name]: value })),
                }),
            ),
        h("div", { role: "status" }, state.busy && t("working")),
        state.problem && h(Trouble, { problem: state.problem, role: "manage-realm" }),
    );
}

function Fields({ value, put }) {
    const { t } = useHere();
    const choice = (name, text, help, options) =>
        h(Setting, { key: name, text, help }, (props) =>
            h(Select, { ...props, value: value(name), choose: (word) => put(name, word), options }),
        );
    const input = (name, text, help, more) =>
        h(Setting, { key: name, text, help }, (props) =>
            h(
                "span",
                { className: "pf-v5-c-form-control" },
                h("input", {
                    ...props,
                    ...more,
                    name,
                    autoComplete: "off",
                    spellCheck: false,
                    value: value(name),
                    onChange: (event) => put(name, event.target.value.trim()),
                }),
            ),
        );
    return [
        choice(OUTBOX, t("mails.set.outbox"), t("mails.set.outbox.help"), [
            ["", t("mails.set.on")],
            ["off", t("mails.set.off")],
        ]),
        choice(TRANSPORT, t("mails.set.transport"), t("mails.set.transport.help"), transports(value(TRANSPORT), t)),
        input(RATE, t("mails.set.rate"), t("mails.set.rate.help"), { pattern: RATE_FORM }),
        input(CONNECTIONS, t("mails.set.connections"), t("mails.set.connections.help"), { type: "number", min: 1, max: 100 }),
        input(API_URL, t("mails.set.url"), t("mails.set.url.help"), { type: "url" }),
        input(SECRET, t("mails.set.secret"), t("mails.set.secret.help"), { type: "password" }),
    ];
}

/** Another one may have been plugged in. */
function transports(now, t) {
    const known = [
        [now === "" ? "" : "smtp", t("mails.set.smtp")],
        ["mailtrap", t("mails.set.mailtrap")],
    ];
    return known.some(([word]) => word === now) ? known : [...known, [now, now]];
}

/** A field with its help text below. @param children gives the field, from what ties the two together */
function Setting({ text, help, children }) {
    const id = useId();
    return h(
        "div",
        { className: "keyward-setting" },
        h("label", { htmlFor: id }, text),
        children({ id, "aria-describedby": `${id}-help` }),
        h("p", { id: `${id}-help`, className: "keyward-small" }, help),
    );
}
