import { createElement as h, useId, useRef, useState } from "react";
import { Device, applications } from "./device.js";
import { Instead } from "./states.js";
import { counted, text } from "./texts.js";

/** How many devices are shown at first, and how many more each time. */
const PAGE = 20;

/** From how many devices on a person may want to look for one. */
const MANY = 8;

const matches = (device, wanted) =>
  [device.title, device.os, device.browser, device.lastIp, ...applications(device)].some((word) =>
    word?.toLocaleLowerCase().includes(wanted),
  );

/** This device, always there; then where else the person is signed in, then where no more, both to be searched. */
export function DeviceList({ devices, now, focused, actions, onSignOutOthers }) {
  const [typed, setTyped] = useState("");
  const [shown, setShown] = useState(PAGE);
  const [added, setAdded] = useState(null);
  const search = useRef(null);
  const wanted = typed.trim().toLocaleLowerCase();
  const others = devices.filter((device) => !device.current);
  const found = wanted === "" ? others : others.filter((device) => matches(device, wanted));
  const ordered = [...found.filter((device) => device.signedIn), ...found.filter((device) => !device.signedIn)];
  // What was just signed out has moved down; it is not to vanish from under the person's eyes.
  const visible = ordered.filter((device, index) => index < shown || device.id === focused);
  const hidden = ordered.filter((device) => !visible.includes(device));
  const section = (title, members, action) =>
    h(Section, { title, devices: members, now, focused: [focused, added], actions, action });

  return h(
    "div",
    null,
    section(
      "keywardDevicesHere",
      devices.filter((device) => device.current),
    ),
    others.length > MANY &&
      h(Search, {
        field: search,
        typed,
        found: wanted === "" ? null : found.length,
        onType: (value) => {
          setTyped(value);
          setShown(PAGE);
          setAdded(null);
        },
      }),
    section(
      "keywardDevicesElsewhere",
      visible.filter((device) => device.signedIn),
      wanted === "" &&
        h(
          "button",
          { type: "button", className: "pf-v5-c-button pf-m-secondary pf-m-danger", onClick: onSignOutOthers },
          text("keywardDevicesSignOutOthers"),
        ),
    ),
    section(
      "keywardDevicesSignedOut",
      visible.filter((device) => !device.signedIn),
    ),
    others.length > 0 &&
      found.length === 0 &&
      h(Instead, {
        state: "nothingFound",
        onAnswer: () => {
          setTyped("");
          search.current.focus();
        },
      }),
    hidden.length > 0 &&
      h(
        "button",
        {
          type: "button",
          className: "pf-v5-c-button pf-m-secondary kwd-show-more",
          onClick: () => {
            setAdded(hidden[0].id);
            setShown(shown + PAGE);
          },
        },
        counted("keywardDevicesMore", Math.min(PAGE, hidden.length)),
      ),
  );
}

function Section({ title, devices, now, focused, actions, action }) {
  const id = useId();
  if (devices.length === 0) {
    return null;
  }
  return h(
    "section",
    { "aria-labelledby": id },
    h(
      "div",
      { className: "kwd-section" },
      h("h2", { id, className: "pf-v5-c-title pf-m-lg" }, text(title)),
      action,
    ),
    h(
      "ul",
      { className: "kwd-list", role: "list" },
      devices.map((device) =>
        h(Device, { key: device.id, device, now, focus: focused.includes(device.id), ...actions }),
      ),
    ),
  );
}

function Search({ field, typed, found, onType }) {
  const id = useId();
  return h(
    "div",
    { className: "kwd-search" },
    h("label", { htmlFor: id }, text("keywardDevicesFind")),
    h(
      "span",
      { className: "pf-v5-c-form-control" },
      h("input", {
        id,
        ref: field,
        type: "search",
        dir: "auto",
        autoComplete: "off",
        value: typed,
        onChange: (event) => onType(event.target.value),
      }),
    ),
    h("span", { role: "status" }, found === null ? null : counted("keywardDevicesFound", found)),
  );
}
