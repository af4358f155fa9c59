import { createElement as h, useEffect, useId, useRef } from "react";
import { text } from "./texts.js";

/**
 * A question that has to be answered first. The browser keeps the focus inside and the page behind it out of reach; Escape says no.
 * Afterwards the focus is where it was, if that is still there.
 */
export function Dialog({ title, children, answer, busy, trouble, onAnswer, onClose }) {
  const id = useId();
  const dialog = useRef(null);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current.showModal();
    return () => opener?.isConnected && opener.focus();
  }, []);
  return h(
    "dialog",
    {
      ref: dialog,
      className: "kwd-dialog",
      "aria-labelledby": `${id}title`,
      "aria-describedby": `${id}text`,
      onCancel: (event) => {
        event.preventDefault();
        onClose();
      },
    },
    h("h2", { id: `${id}title`, className: "pf-v5-c-title pf-m-xl" }, title),
    h("div", { id: `${id}text`, className: "kwd-dialog-text" }, children),
    h("div", { role: "alert", className: "kwd-error" }, trouble),
    h(
      "div",
      { className: "kwd-buttons" },
      h(
        "button",
        {
          type: "button",
          className: "pf-v5-c-button pf-m-primary",
          "aria-disabled": busy,
          onClick: () => busy || onAnswer(),
        },
        answer,
      ),
      h(
        "button",
        { type: "button", className: "pf-v5-c-button pf-m-link", onClick: onClose },
        text("keywardDevicesCancel"),
      ),
    ),
  );
}
