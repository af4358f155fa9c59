/* The devices of a realm. */
import { createElement as h, useState } from "react";
import { DeviceTable } from "./device-table.js";
import { Choice, Person, Search } from "./filters.js";
import { useHere, useLoad, useRoles } from "./here.js";
import { Alert, Body, Button, Empty, Head, Link, Loading, Told } from "./parts.js";
import { href } from "./route.js";
import { Pages, usePages } from "./table.js";
import { Trouble } from "./trouble.js";

const DAY = 86_400_000;
const NO_FILTER = { person: null, state: "", client: "", seen: "" };

/** A page may hold nothing and yet have a next one; people should not have to leaf through emptiness. */
const EMPTY_PAGES = 5;

export function RealmDevices() {
    const { api, t } = useHere();
    const roles = useRoles();
    const pages = usePages();
    const [size, resize] = useState(20);
    const [filter, setFilter] = useState(NO_FILTER);
    const [told, tell] = useState(null);
    const narrow = (change) => {
        pages.first();
        tell(null);
        setFilter((before) => ({ ...before, ...change }));
    };
    const found = useLoad(() => fetchPage(api, filter, size, pages.after), [api, filter, size, pages.after]);
    const signedOut = (device) => {
        tell(t("device.signOut.done", device.title));
        found.again();
    };
    return [
        h(Head, { key: "head", title: t("devices.title"), lead: t("devices.lead") }),
        h(
            Body,
            { key: "body", busy: found.loading },
            !["missing", "forbidden"].includes(found.problem?.kind) && h(Filters, { filter, narrow }),
            h(Told, { what: told }),
            h(Result, { found, filter, narrow, manage: roles.has("manage-users"), signedOut }),
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

function Filters({ filter, narrow }) {
    const { t } = useHere();
    return h(
        "div",
        { className: "keyward-filters" },
        h(Person, { value: filter.person, choose: (person) => narrow({ person }) }),
        h(Choice, {
            name: t("device.state"),
            value: filter.state,
            choose: (state) => narrow({ state }),
            options: [
                ["", t("any")],
                ["signed-in", t("device.signedIn")],
                ["signed-out", t("device.signedOut")],
            ],
        }),
        h(Choice, {
            name: t("device.lastSeen"),
            value: filter.seen,
            choose: (seen) => narrow({ seen }),
            options: [
                ["", t("any")],
                ["within 1", t("devices.within1")],
                ["within 7", t("devices.within7")],
                ["within 30", t("devices.within30")],
                ["before 30", t("devices.before30")],
                ["before 90", t("devices.before90")],
            ],
        }),
        h(Search, {
            key: filter.client,
            initial: filter.client,
            name: t("devices.client"),
            help: t("devices.client.help"),
            action: t("search"),
            submit: (client) => narrow({ client }),
        }),
    );
}

function Result({ found, filter, narrow, manage, signedOut }) {
    const { t } = useHere();
    if (found.problem?.code === "unknown-client") {
        return h(Alert, { kind: "warning", title: t("devices.unknownClient", filter.client) });
    }
    if (found.problem) {
        return h(Trouble, { problem: found.problem, role: "view-users", again: found.again, missing: h(NotKept) });
    }
    if (!found.data) {
        return h(Loading);
    }
    if (found.data.devices.length > 0) {
        return h(DeviceTable, { devices: found.data.devices, manage, changed: signedOut });
    }
    if (found.data.next) {
        return h(Empty, { title: t("devices.goOn") }, t("devices.goOn.help"));
    }
    const filtered = Object.values(filter).some(Boolean);
    return h(
        Empty,
        { title: t(filtered ? "nothing" : "devices.none") },
        filtered ? h(Button, { onClick: () => narrow(NO_FILTER) }, t("filters.clear")) : t("devices.none.help"),
    );
}

/** The realm has not asked for devices. */
export function NotKept() {
    const { page, t } = useHere();
    return h(
        Empty,
        { title: t("devices.off") },
        h("p", null, t("devices.off.help")),
        h(Link, { to: href(page.realm, "authentication", "required-actions") }, t("devices.off.way")),
    );
}

async function fetchPage(api, filter, size, after) {
    const [which, days] = filter.seen.split(" ");
    const border = days && new Date(Date.now() - days * DAY).toISOString();
    let from = after;
    for (let tries = 1; ; tries++) {
        const page = await api.devices({
            user: filter.person?.id,
            state: filter.state,
            client: filter.client,
            seenAfter: which === "within" ? border : null,
            seenBefore: which === "before" ? border : null,
            max: size,
            after: from,
        });
        if (page.devices.length > 0 || !page.next || tries === EMPTY_PAGES) {
            return page;
        }
        from = page.next;
    }
}
