/* Devices, of the realm or of one user. */
import { createElement as h, useState } from "react";
import { Confirm } from "./dialog.js";
import { useHere } from "./here.js";
import { Button, Label, Link, Time } from "./parts.js";
import { href } from "./route.js";
import { Table } from "./table.js";

/**
 * @param owned whether all are of one user, who then needs no column, and all are there, so that they can be sorted
 * @param manage whether sign-out is offered
 * @param changed is told the device that was signed out
 */
export function DeviceTable({ devices, owned, manage, changed }) {
    const { api, page, t } = useHere();
    const [leaving, ask] = useState(null);
    const columns = [
        { key: "device", name: t("device"), cell: (device) => h(Device, { device }), sort: owned && ((row) => row.title) },
        !owned && {
            key: "person",
            name: t("person"),
            cell: ({ userId, username }) =>
                h(Link, { to: href(page.realm, "keyward", "users", userId, "devices") }, h("bdi", null, username)),
        },
        {
            key: "state",
            name: t("device.state"),
            cell: (device) => h(State, { device }),
            sort: owned && ((row) => (row.signedIn ? 0 : 1)),
        },
        {
            key: "seen",
            name: t("device.lastSeen"),
            cell: ({ lastSeen, lastIp }) => [
                h(Time, { key: "at", at: lastSeen }),
                lastIp && h("span", { key: "ip", className: "keyward-small" }, t("device.from", lastIp)),
            ],
            sort: owned && ((row) => Date.parse(row.lastSeen)),
        },
        manage && {
            key: "actions",
            name: t("actions"),
            quiet: true,
            cell: (device) =>
                device.signedIn &&
                h(
                    Button,
                    { small: true, onClick: () => ask(device), "aria-label": t("device.signOutOf", device.title) },
                    t("device.signOut"),
                ),
        },
    ].filter(Boolean);
    const confirm =
        leaving &&
        h(
            Confirm,
            {
                title: t("device.signOut.title"),
                action: t("device.signOut"),
                danger: true,
                role: "manage-users",
                run: () => api.signOut(leaving.id),
                done: () => {
                    ask(null);
                    changed(leaving);
                },
                close: () => ask(null),
            },
            h("p", null, h("strong", null, h("bdi", null, leaving.title)), " – ", h("bdi", null, leaving.username)),
            h("p", null, t("device.signOut.help")),
        );
    return [h(Table, { key: "table", name: t("menu.devices"), columns, rows: devices }), h("div", { key: "ask" }, confirm)];
}

function Device({ device }) {
    const { t, texts } = useHere();
    const about = [texts.word("device.type", device.type), device.os && `${device.os} ${device.osVersion ?? ""}`.trim(), device.browser];
    return [
        h("bdi", { key: "title", className: "keyward-title" }, device.title),
        h("span", { key: "about", className: "keyward-small" }, about.filter(Boolean).join(" · ")),
        h("span", { key: "first", className: "keyward-small" }, t("device.since", texts.ago(device.firstSeen))),
    ];
}

/** Whether somebody is signed in there, how that came, and to which applications. */
function State({ device }) {
    const { t, texts } = useHere();
    const { signedIn, signedInWith } = device;
    return [
        h(Label, { key: "state", mood: signedIn ? "good" : "past" }, t(signedIn ? "device.signedIn" : "device.signedOut")),
        h("span", { key: "how", className: "keyward-small" }, texts.word("device.method", signedInWith)),
        h("bdi", { key: "apps", className: "keyward-small" }, apps(device, texts)),
    ];
}

function apps(device, texts) {
    const names = device.sessions.flatMap(({ clients, offline }) =>
        clients.map(({ name, clientId }) => {
            const shown = name && !name.startsWith("${") ? name : clientId;
            return offline ? texts.say("device.offline", shown) : shown;
        }),
    );
    return [...new Set(names)].join(", ");
}
