/* The mail outbox of a realm. */
import { createElement as h, useEffect, useState } from "react";
import { Choice, Person } from "./filters.js";
import { useHere, useLoad, useRoles } from "./here.js";
import { MailSettings } from "./mail-settings.js";
import { MailTable } from "./mail-table.js";
import { Alert, Body, Button, Empty, Head, Link, Loading, Told } from "./parts.js";
import { href } from "./route.js";
import { Pages, usePages } from "./table.js";
import { Trouble } from "./trouble.js";

const STATUS = ["queued", "sending", "retrying", "sent", "failed", "expired"];

/** Reasons that all mail of the realm waits for, until somebody mends the settings. */
const SETTINGS = new Set(["tls", "authentication", "configuration", "sender"]);

const PURPOSES = [
    "keyward-verify-email",
    "keyward-account-exists",
    "keyward-reset-password",
    "keyward-choose-password",
    "keyward-new-device",
    "keyward-token-reused",
    "keyward-others-signed-out",
    "keyward-password-changed",
    "keyward-address-changed",
    "verify-email",
    "password-reset",
    "execute-actions",
    "identity-provider-link",
    "organization-invite",
    "update-email",
];

/** When it is looked again after something was done, in milliseconds. */
const LOOKS = [2_000, 5_000, 15_000];

export function MailsPage() {
    const { api, page, t } = useHere();
    const roles = useRoles();
    const pages = usePages();
    const [size, resize] = useState(20);
    const asked = page.query.get("user");
    const [filter, setFilter] = useState({ status: "", purpose: "", person: asked ? { id: asked, username: asked } : null });
    const [told, tell] = useState(null);
    const narrow = (change) => {
        pages.first();
        tell(null);
        setFilter((before) => ({ ...before, ...change }));
    };
    const counts = useLoad(() => api.mailCounts(), [api]);
    const found = useLoad(
        () =>
            api.mails({
                status: filter.status,
                purpose: filter.purpose,
                user: filter.person?.id,
                max: size,
                after: pages.after,
            }),
        [api, filter, size, pages.after],
    );
    useLoad(async () => {
        // The address of the page holds the id alone.
        const username = asked && (await api.username(asked));
        if (username) {
            setFilter((before) => (before.person?.id === asked ? { ...before, person: { id: asked, username } } : before));
        }
    }, [api, asked]);
    const again = () => {
        counts.again();
        found.again();
    };
    const changed = (what, kind) => {
        tell({ what, kind, at: Date.now() });
        again();
    };
    const manage = roles.has("manage-realm");
    // What was set going shows what became of it.
    useEffect(() => {
        const looks = told ? LOOKS.map((after) => setTimeout(again, after)) : [];
        return () => looks.forEach(clearTimeout);
    }, [told]);
    return [
        h(Head, { key: "head", title: t("mails.title"), lead: t("mails.lead") }),
        h(
            Body,
            { key: "body", busy: found.loading },
            h(State, { counts: counts.data, status: filter.status, narrow }),
            !(found.problem?.kind === "forbidden" && !filter.person) && h(Filters, { filter, narrow, again, manage, changed }),
            h(Told, { what: told?.what, kind: told?.kind }),
            h(Result, { found, open: open(counts.data), filter, narrow, manage, changed }),
            found.data &&
                h(Pages, {
                    pages,
                    next: found.data.next,
                    size,
                    resize: (wanted) => {
                        pages.first();
                        resize(wanted);
                    },
                }),
        ),
    ];
}

/** How many mails of the realm wait. */
function open(counts) {
    return counts ? counts.counts.queued + counts.counts.retrying : 0;
}

/** How the realm's mail stands; each number shows its mails. */
function State({ counts, status, narrow }) {
    const { t, texts } = useHere();
    if (!counts) {
        return null;
    }
    return [
        h(
            "ul",
            { key: "counts", className: "keyward-counts", "aria-label": t("mails.counts") },
            STATUS.map((word) =>
                h(
                    "li",
                    { key: word },
                    h(
                        "button",
                        {
                            type: "button",
                            "aria-pressed": status === word,
                            onClick: () => narrow({ status: status === word ? "" : word }),
                        },
                        h("strong", null, texts.number(counts.counts[word])),
                        h("span", null, texts.word("mail.status", word)),
                    ),
                ),
            ),
        ),
        ...Object.entries(counts.failures).map(([reason, number]) =>
            h(Waiting, { key: reason, reason, number, oldest: counts.oldestWaiting }),
        ),
    ];
}

function Waiting({ reason, number, oldest }) {
    const { page, t, texts } = useHere();
    const settings = SETTINGS.has(reason) && href(page.realm, "realm-settings", "email");
    return h(
        Alert,
        {
            kind: "warning",
            title: t("mails.waiting", number, texts.word("mail.failure", reason)),
            actions: settings && h(Link, { to: settings }, t("mails.settings")),
        },
        oldest && h("p", null, t("mails.oldest", texts.ago(oldest))),
    );
}

function Filters({ filter, narrow, again, manage, changed }) {
    const { t, texts } = useHere();
    const [setting, set] = useState(false);
    return h(
        "div",
        { className: "keyward-filters" },
        h(Person, { value: filter.person, choose: (person) => narrow({ person }) }),
        h(Choice, {
            name: t("mail.status"),
            value: filter.status,
            choose: (status) => narrow({ status }),
            options: [["", t("any")], ...STATUS.map((word) => [word, texts.word("mail.status", word)])],
        }),
        h(Choice, {
            name: t("mail.purpose"),
            value: filter.purpose,
            choose: (purpose) => narrow({ purpose }),
            options: [["", t("any")], ...PURPOSES.map((word) => [word, texts.word("mail.purpose", word)])],
        }),
        h(Button, { onClick: again, className: "keyward-refresh" }, t("refresh")),
        manage && h(Button, { onClick: () => set(true), className: "keyward-refresh" }, t("mails.set")),
        setting &&
            h(MailSettings, {
                close: () => set(false),
                saved: (what) => {
                    set(false);
                    changed(what);
                },
            }),
    );
}

function Result({ found, open, filter, narrow, manage, changed }) {
    const { t } = useHere();
    if (found.problem) {
        const role = filter.person ? "view-users" : "view-realm";
        return h(Trouble, { problem: found.problem, role, again: found.again });
    }
    if (!found.data) {
        return h(Loading);
    }
    const { mails } = found.data;
    if (mails.length > 0) {
        return [
            filter.status === "failed" && h(Alert, { key: "gone", kind: "info", title: t("mails.failed") }, t("mail.failed.help")),
            h(MailTable, { key: "mails", mails, open, manage, changed }),
        ];
    }
    const filtered = Object.values(filter).some(Boolean);
    const clear = () => narrow({ status: "", purpose: "", person: null });
    return h(
        Empty,
        { title: t(filtered ? "nothing" : "mails.none") },
        filtered ? h(Button, { onClick: clear }, t("filters.clear")) : t("mails.none.help"),
    );
}
