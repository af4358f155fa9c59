/* The devices of one user. */
import { createElement as h, useState } from "react";
import { DeviceTable } from "./device-table.js";
import { Confirm } from "./dialog.js";
import { useHere, useLoad, useRoles } from "./here.js";
import { Body, Button, Empty, Loading, Told } from "./parts.js";
import { NotKept } from "./realm-devices.js";
import { Trouble } from "./trouble.js";
import { UserHead } from "./user-head.js";

export function UserDevices() {
    const { api, page, t } = useHere();
    const manage = useRoles().has("manage-users");
    const [told, tell] = useState(null);
    const user = useLoad(() => api.user(page.user), [api, page.user]);
    const found = useLoad(() => api.devicesOf(page.user), [api, page.user]);
    const done = (what) => {
        tell(what);
        found.again();
    };
    const username = user.data?.username;
    return [
        h(UserHead, { key: "head", username, open: "devices" }),
        h(
            Body,
            { key: "body", busy: found.loading },
            manage && found.data && h(All, { username, done }),
            h(Told, { what: told }),
            h(Result, { found, user, manage, done }),
        ),
    ];
}

/** Also ends what is on no device, so it is offered when all devices are signed out, too. */
function All({ username, done }) {
    const { api, page, t } = useHere();
    const [asking, ask] = useState(false);
    return h(
        "div",
        { className: "keyward-actions" },
        h(Button, { onClick: () => ask(true) }, t("devices.signOutAll")),
        asking &&
            h(
                Confirm,
                {
                    title: t("devices.signOutAll.title"),
                    action: t("devices.signOutAll"),
                    danger: true,
                    role: "manage-users",
                    run: () => api.signOutAll(page.user),
                    done: () => {
                        ask(false);
                        done(t("devices.signOutAll.done"));
                    },
                    close: () => ask(false),
                },
                h("p", null, h("strong", null, h("bdi", null, username))),
                h("p", null, t("devices.signOutAll.help")),
            ),
    );
}

function Result({ found, user, manage, done }) {
    const { t } = useHere();
    if (found.problem) {
        // Without the user it is the user who is not there, otherwise the realm keeps no devices.
        const missing = user.data ? h(NotKept) : undefined;
        return h(Trouble, { problem: found.problem, role: "view-users", again: found.again, missing });
    }
    if (!found.data) {
        return h(Loading);
    }
    const { devices } = found.data;
    return devices.length === 0
        ? h(Empty, { title: t("devices.none") }, t("user.none.help"))
        : h(DeviceTable, {
              devices,
              owned: true,
              manage,
              changed: (device) => done(t("device.signOut.done", device.title)),
          });
}
