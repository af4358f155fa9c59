/* Mails, and sending those that wait at once. */
import { createElement as h, useState } from "react";
import { Confirm } from "./dialog.js";
import { useHere, useLoad } from "./here.js";
import { MailDetails } from "./mail-details.js";
import { Button, Label, Link, Time } from "./parts.js";
import { href } from "./route.js";
import { Table } from "./table.js";
import { titleOf } from "./trouble.js";

export const MOODS = { queued: "busy", sending: "busy", retrying: "waits", sent: "good", failed: "bad", expired: "past" };

/** Whether there is something left to send. */
export function waits(mail) {
    return mail.status === "queued" || mail.status === "retrying";
}

/** @param open how many mails of the realm wait, also those that are not shown */
export function MailTable({ mails, open, manage, changed }) {
    const { t, texts } = useHere();
    const [chosen, choose] = useState(new Set());
    const [resending, resend] = useState(null);
    const [shown, show] = useState(null);
    const waiting = mails.filter(waits);
    const marked = waiting.filter((mail) => chosen.has(mail.id));
    const mark = (list, on) => {
        const next = new Set(chosen);
        list.forEach((mail) => (on ? next.add(mail.id) : next.delete(mail.id)));
        choose(next);
    };
    const check = (list, name) =>
        h("input", {
            type: "checkbox",
            "aria-label": name,
            checked: list.length > 0 && list.every((mail) => chosen.has(mail.id)),
            onChange: (event) => mark(list, event.target.checked),
        });
    const columns = [
        manage &&
            waiting.length > 0 && {
                key: "check",
                name: t("mails.choose"),
                head: check(waiting, t("mails.chooseAll")),
                cell: (mail) => waits(mail) && check([mail], t("mails.chooseOne", texts.word("mail.purpose", mail.purpose))),
            },
        {
            key: "purpose",
            name: t("mail.purpose"),
            cell: (mail) => [
                h("span", { key: "what", className: "keyward-title" }, texts.word("mail.purpose", mail.purpose)),
                h("div", { key: "whose" }, h(Whose, { mail })),
            ],
        },
        { key: "status", name: t("mail.status"), cell: (mail) => [h(Status, { key: "status", mail }), h(When, { key: "when", mail })] },
        { key: "written", name: t("mail.written"), cell: (mail) => h(Time, { at: mail.createdAt }) },
        {
            key: "actions",
            name: t("actions"),
            quiet: true,
            cell: (mail) =>
                h(
                    "span",
                    { className: "keyward-row-actions" },
                    manage && waits(mail) && h(Button, { small: true, onClick: () => resend([mail]) }, t("mail.resend")),
                    h(Button, { small: true, kind: "link", onClick: () => show(mail) }, t("mail.details")),
                ),
        },
    ].filter(Boolean);
    return [
        manage &&
            (waiting.length > 0 || open > 0) &&
            h(
                "div",
                { key: "bulk", className: "keyward-actions" },
                waiting.length > 0 &&
                    h(Button, { disabled: marked.length === 0, onClick: () => resend(marked) }, t("mails.resend", marked.length)),
                open > 0 && h(ResendAll, { open, changed }),
            ),
        h(Table, { key: "table", name: t("menu.mail"), columns, rows: mails }),
        resending &&
            h(Resend, {
                key: "resend",
                mails: resending,
                close: () => resend(null),
                done: (...what) => {
                    resend(null);
                    choose(new Set());
                    changed(...what);
                },
            }),
        shown &&
            h(MailDetails, {
                key: "details",
                mail: shown,
                manage,
                close: () => show(null),
                changed: (what) => {
                    show(null);
                    changed(what);
                },
            }),
    ];
}

/** One by one: a mail that went out meanwhile is no failure of the others, and what was done before a failure is told. */
function Resend({ mails, close, done }) {
    const { api, t } = useHere();
    const run = async (tell) => {
        let sent = 0;
        let over = 0;
        for (const mail of mails) {
            tell(t("mails.resend.progress", sent + over + 1, mails.length));
            try {
                await api.resend(mail.id);
                sent++;
            } catch (problem) {
                if (problem.code === "not-waiting" || problem.kind === "missing") {
                    over++;
                } else if (sent + over === 0) {
                    throw problem;
                } else {
                    return { sent, over, problem };
                }
            }
        }
        return { sent, over };
    };
    const told = ({ sent, over, problem }) => {
        const left = mails.length - sent - over;
        if (problem) {
            done(t("mails.resend.broken", sent, left, t(titleOf(problem))), "warning");
        } else {
            done(over === 0 ? t("mails.resend.done", sent) : t("mails.resend.some", sent, over));
        }
    };
    return h(
        Confirm,
        { title: t("mails.resend.title"), action: t("mail.resend"), role: "manage-realm", run, done: told, close },
        h("p", null, t("mails.resend.help", mails.length)),
    );
}

function ResendAll({ open, changed }) {
    const { api, t } = useHere();
    const [asking, ask] = useState(false);
    const done = (mails) => {
        ask(false);
        changed(t("mails.resend.done", mails));
    };
    return [
        h(Button, { key: "button", onClick: () => ask(true) }, t("mails.resendAll", open)),
        asking &&
            h(
                Confirm,
                {
                    key: "ask",
                    title: t("mails.resendAll.title"),
                    action: t("mail.resend"),
                    role: "manage-realm",
                    run: () => api.resendAll(),
                    done,
                    close: () => ask(false),
                },
                h("p", null, t("mails.resendAll.help", open)),
            ),
    ];
}

export function Status({ mail }) {
    const { t, texts } = useHere();
    return [
        h(Label, { key: "status", mood: MOODS[mail.status] ?? "past" }, texts.word("mail.status", mail.status)),
        mail.failure && h("span", { key: "why", className: "keyward-small" }, texts.word("mail.failure", mail.failure)),
        mail.attempts > 0 && h("span", { key: "tries", className: "keyward-small" }, t("mail.attempts", mail.attempts)),
        mail.report &&
            h("span", { key: "report", className: "keyward-small" }, texts.word("mail.report", mail.report.kind)),
    ];
}

/** When it is tried again, or was done with. */
function When({ mail }) {
    const { t, texts } = useHere();
    const at = mail.finishedAt ?? mail.nextAttemptAt;
    const name = t(mail.finishedAt ? "mail.finished" : "mail.nextAttempt");
    return at && h("span", { className: "keyward-small" }, `${name} · ${texts.ago(at)}`);
}

function Whose({ mail }) {
    const { api, page, t } = useHere();
    const { data } = useLoad(async () => mail.userId && api.username(mail.userId), [api, mail.userId]);
    return mail.userId
        ? h(Link, { to: href(page.realm, "keyward", "users", mail.userId, "email") }, h("bdi", null, data ?? t("mail.somebody")))
        : h("span", null, "–");
}
