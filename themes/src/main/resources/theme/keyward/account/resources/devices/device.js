import { Fragment, createElement as h, useEffect, useId, useRef, useState } from "react";
import { Icon } from "./icons.js";
import { NameEditor } from "./name.js";
import { SignIns, method } from "./sign-ins.js";
import { label, text } from "./texts.js";
import { Ago, At } from "./time.js";
import { CLIENT } from "./token.js";
import { Unseen } from "./unseen.js";

const TYPES = { desktop: "keywardDevicesDesktop", mobile: "keywardDevicesMobile" };

/** One device. `focus` moves the focus to its heading, for when the button that had it is gone. */
export function Device({ device, now, focus, onRename, onSignOut, onProblem }) {
  const id = useId();
  const heading = useRef(null);
  const rename = useRef(null);
  const [editing, setEditing] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (focus) {
      heading.current?.focus();
    }
  }, [focus]);

  const edited = useRef(false);
  useEffect(() => {
    if (edited.current && !editing) {
      rename.current.focus();
    }
    edited.current = editing;
  }, [editing]);
  const close = () => setEditing(false);
  return h(
    "li",
    { className: `kwd-device ${device.current ? "kwd-here" : ""}`, "data-device": device.id },
    h("span", { className: "kwd-type" }, h(Icon, { name: device.type })),
    h(
      "div",
      { className: "kwd-head" },
      h(
        "h3",
        { ref: heading, tabIndex: -1, className: "pf-v5-c-title pf-m-md", hidden: editing },
        h(Unseen, null, `${text(TYPES[device.type] ?? "keywardDevicesOther")}: `),
        h("bdi", { id: `${id}name` }, device.title),
      ),
      editing &&
        h(NameEditor, {
          device,
          onProblem,
          onClose: close,
          onSave: async (name) => {
            await onRename(device, name);
            close();
          },
        }),
    ),
    h(Facts, { device, now }),
    h(
      "div",
      { className: "kwd-actions" },
      h(
        "button",
        {
          id: `${id}rename`,
          ref: rename,
          type: "button",
          hidden: editing,
          className: "pf-v5-c-button pf-m-link kwd-rename",
          "aria-labelledby": `${id}rename ${id}name`,
          onClick: () => setEditing(true),
        },
        h(Icon, { name: "rename" }),
        text("keywardDevicesRename"),
      ),
      device.signedIn &&
        h(
          "button",
          {
            id: `${id}out`,
            type: "button",
            className: "pf-v5-c-button pf-m-secondary kwd-sign-out",
            "aria-labelledby": `${id}out ${id}name`,
            onClick: () => onSignOut(device),
          },
          text("keywardDevicesSignOut"),
        ),
    ),
    h(
      "div",
      { className: "kwd-more" },
      h(
        "button",
        {
          id: `${id}more`,
          type: "button",
          className: "pf-v5-c-button pf-m-link pf-m-inline kwd-toggle",
          "aria-expanded": open,
          "aria-controls": open ? `${id}details` : undefined,
          "aria-labelledby": `${id}more ${id}name`,
          onClick: () => setOpen(!open),
        },
        h(Icon, { name: "details" }),
        text("keywardDevicesDetails"),
      ),
      open && h("div", { id: `${id}details` }, h(Details, { device, onProblem })),
    ),
  );
}

function Facts({ device, now }) {
  const made = [device.browser?.replace("/", " "), [device.os, device.osVersion].filter(Boolean).join(" ")];
  return h(
    "dl",
    { className: "kwd-facts" },
    fact("keywardDevicesLastSeen", h(Ago, { at: device.lastSeen, now })),
    device.lastIp && fact("keywardFactIp", h("bdi", null, device.lastIp)),
    made.some(Boolean) && fact("keywardDevicesProgram", h("bdi", null, made.filter(Boolean).join(", "))),
    applications(device).length > 0 &&
      fact(
        "keywardDevicesApplications",
        applications(device).map((name, index) => h(Fragment, { key: name }, index > 0 && ", ", h("bdi", null, name))),
      ),
  );
}

function Details({ device, onProblem }) {
  return h(
    "div",
    { className: "kwd-details" },
    h(
      "dl",
      { className: "kwd-facts" },
      fact("keywardDevicesLastSeen", h(At, { at: device.lastSeen })),
      fact("keywardDevicesFirstSeen", h(At, { at: device.firstSeen })),
      fact("keywardDevicesSignedInBy", method(device.signedInWith)),
    ),
    h("h4", { className: "pf-v5-c-title pf-m-md" }, text("keywardDevicesSignIns")),
    h(SignIns, { device, onProblem }),
  );
}

const fact = (key, value) => h("div", null, h("dt", null, text(key)), h("dd", null, value));

/** Where the device is signed in to, each once; the page itself is not worth a word. */
export const applications = (device) => [
  ...new Set(
    device.sessions
      .flatMap((session) => session.clients)
      .filter((client) => client.clientId !== CLIENT)
      .map((client) => label(client.name) ?? client.clientId),
  ),
];
