import { createElement as h, useEffect, useRef } from "react";
import { Icon } from "./icons.js";
import { text } from "./texts.js";
import { Unseen } from "./unseen.js";

/** What the page looks like before it knows anything: the shape of the list, so that nothing moves when it comes. */
export function Skeleton() {
  const bone = (kind) => h("span", { className: `kwd-bone kwd-bone-${kind}` });
  return h(
    "div",
    { className: "kwd-waiting" },
    h("div", { role: "status" }, h(Unseen, null, text("keywardDevicesLoading"))),
    [1, 2].map((rows) =>
      h(
        "div",
        { key: rows, "aria-hidden": true },
        h("div", { className: "kwd-section" }, bone("title")),
        h("ul", { className: "kwd-list" }, Array.from({ length: rows }, (_, row) => h(Row, { key: row, bone }))),
      ),
    ),
  );
}

function Row({ bone }) {
  return h(
    "li",
    { className: "kwd-device" },
    h("span", { className: "kwd-type" }, bone("icon")),
    h("div", { className: "kwd-head" }, bone("title")),
    h("div", { className: "kwd-facts" }, bone("fact"), bone("fact"), bone("fact"), bone("fact")),
    h("div", { className: "kwd-actions" }, bone("button"), bone("button")),
    h("div", { className: "kwd-more" }, bone("text")),
  );
}

const STATES = {
  empty: { icon: "desktop", title: "keywardDevicesEmptyTitle", said: "keywardDevicesEmptyText" },
  failed: {
    icon: "trouble",
    title: "keywardDevicesFailedTitle",
    said: "keywardDevicesFailedText",
    answer: "keywardDevicesTryAgain",
  },
  expired: {
    icon: "signedOut",
    title: "keywardDevicesExpiredTitle",
    said: "keywardDevicesExpiredText",
    answer: "keywardDevicesSignIn",
  },
  off: { icon: "trouble", title: "keywardDevicesOffTitle", said: "keywardDevicesOffText" },
  nothingFound: {
    icon: "desktop",
    title: "keywardDevicesNothingTitle",
    said: "keywardDevicesNothingText",
    answer: "keywardDevicesShowAll",
  },
};

/** There is no list to show: why, and what to do. `interrupts` moves the focus here when the list went from under it. */
export function Instead({ state, interrupts, onAnswer }) {
  const { icon, title, said, answer } = STATES[state];
  const heading = useRef(null);
  useEffect(() => {
    if (interrupts) {
      heading.current.focus();
    }
  }, [state]);
  return h(
    "div",
    { className: "kwd-instead", "data-state": state },
    h(Icon, { name: icon, className: "kwd-instead-icon" }),
    h("h2", { ref: heading, tabIndex: -1, className: "pf-v5-c-title pf-m-xl" }, text(title)),
    h("p", null, text(said)),
    answer &&
      h("button", { type: "button", className: "pf-v5-c-button pf-m-primary", onClick: onAnswer }, text(answer)),
  );
}
