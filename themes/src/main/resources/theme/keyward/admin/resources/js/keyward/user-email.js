/* What is known of a user's email address. */
import { createElement as h, useState } from "react";
import { Confirm } from "./dialog.js";
import { useHere, useLoad, useRoles } from "./here.js";
import { Alert, Body, Button, Empty, Label, Link, Loading, Time, Told } from "./parts.js";
import { href } from "./route.js";
import { Table } from "./table.js";
import { Trouble } from "./trouble.js";
import { UserHead } from "./user-head.js";

const REASONS = {
    bounced: "email.bounced",
    rejected: "email.rejected",
    complained: "email.complained",
    unsubscribed: "email.unsubscribed",
};

export function UserEmail() {
    const { api, page, t } = useHere();
    const manage = useRoles().has("manage-users");
    const [told, tell] = useState(null);
    const found = useLoad(
        async () => {
            const [user, proofs, { undelivered }] = await Promise.all([
                api.user(page.user),
                api.proofs(page.user),
                api.undelivered(page.user),
            ]);
            return { user, proofs, undelivered };
        },
        [api, page.user],
    );
    const done = (what) => {
        tell(what);
        found.again();
    };
    return [
        h(UserHead, { key: "head", username: found.data?.user.username, open: "email" }),
        h(
            Body,
            { key: "body", busy: found.loading },
            h(Told, { what: told }),
            found.problem && h(Trouble, { problem: found.problem, role: "view-users", again: found.again }),
            !found.data && !found.problem && h(Loading),
            found.data && h(Address, { ...found.data, manage, done }),
            found.data && h(Proofs, { proofs: found.data.proofs }),
            found.data &&
                h("p", null, h(Link, { to: `${href(page.realm, "keyward", "mails")}?user=${encodeURIComponent(page.user)}` }, t("email.mails"))),
        ),
    ];
}

function Address({ user, proofs, undelivered, manage, done }) {
    const { api, page, t } = useHere();
    const proved = proofs.find((proof) => !proof.voidedAt && proof.address === user.email);
    if (!user.email) {
        return h(Alert, { kind: "warning", title: t("email.noAddress") }, t("email.noAddress.help"));
    }
    return [
        h(
            "p",
            { key: "now", className: "keyward-address" },
            h("strong", null, h("bdi", null, user.email)),
            " ",
            h(Label, { mood: proved ? "good" : "waits" }, t(proved ? "email.proved" : "email.unproved")),
        ),
        h("p", { key: "means", className: "keyward-lead" }, t(proved ? "email.proved.help" : "email.unproved.help")),
        ...undelivered.map((address) =>
            h(
                Alert,
                {
                    key: "undelivered",
                    kind: "warning",
                    title: t("email.undelivered"),
                    actions:
                        manage &&
                        h(Act, { name: "email.arrives", run: () => api.mailArrives(page.user), user, done }),
                },
                h("p", null, t(REASONS[address.reason]), " ", h(Time, { at: address.reportedAt })),
            ),
        ),
        manage &&
            h(
                "div",
                { key: "actions", className: "keyward-actions" },
                h(Act, { name: "email.vouch", run: () => api.vouch(page.user), user, done }),
                proved && h(Act, { name: "email.askAgain", run: () => api.askAgain(page.user), user, done, danger: true }),
            ),
    ];
}

/** A button that asks first; its texts begin with {@code name}. */
function Act({ name, run, user, done, danger }) {
    const { t } = useHere();
    const [asking, ask] = useState(false);
    const texts = ACTS[name];
    return [
        h(Button, { key: "button", onClick: () => ask(true) }, t(texts.action)),
        asking &&
            h(
                Confirm,
                {
                    key: "ask",
                    title: t(texts.title),
                    action: t(texts.action),
                    danger,
                    role: "manage-users",
                    run,
                    done: () => {
                        ask(false);
                        done(t(texts.done));
                    },
                    close: () => ask(false),
                },
                h("p", null, h("strong", null, h("bdi", null, user.email))),
                h("p", null, t(texts.help)),
            ),
    ];
}

const ACTS = {
    "email.arrives": {
        action: "email.arrives",
        title: "email.arrives.title",
        help: "email.arrives.help",
        done: "email.arrives.done",
    },
    "email.vouch": { action: "email.vouch", title: "email.vouch.title", help: "email.vouch.help", done: "email.vouch.done" },
    "email.askAgain": {
        action: "email.askAgain",
        title: "email.askAgain.title",
        help: "email.askAgain.help",
        done: "email.askAgain.done",
    },
};

function Proofs({ proofs }) {
    const { t, texts } = useHere();
    if (proofs.length === 0) {
        return h(Empty, { title: t("email.none") }, t("email.none.help"));
    }
    const columns = [
        { key: "address", name: t("email.address"), cell: ({ address }) => h("bdi", { className: "keyward-title" }, address) },
        { key: "method", name: t("email.method"), cell: ({ method }) => texts.word("proof.method", method) },
        { key: "at", name: t("email.at"), cell: ({ provedAt }) => h(Time, { at: provedAt }) },
        {
            key: "end",
            name: t("email.end"),
            cell: ({ voidedAt, voidReason }) =>
                voidedAt
                    ? [h(Time, { key: "at", at: voidedAt }), h("span", { key: "why", className: "keyward-small" }, texts.word("proof.void", voidReason))]
                    : h(Label, { mood: "good" }, t("email.holds")),
        },
    ];
    const rows = proofs.map((proof, index) => ({ ...proof, id: index }));
    return [
        h("h2", { key: "name", className: "pf-v5-c-title pf-m-xl" }, t("email.history")),
        h(Table, { key: "table", name: t("email.history"), columns, rows }),
    ];
}
