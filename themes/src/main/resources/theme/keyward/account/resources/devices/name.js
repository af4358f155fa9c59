import { createElement as h, useEffect, useId, useRef, useState } from "react";
import { Refused } from "./problems.js";
import { text } from "./texts.js";

const REFUSALS = {
  "name-too-long": "keywardDevicesNameTooLong",
  "name-control-character": "keywardDevicesNameCharacter",
  "name-direction-control": "keywardDevicesNameCharacter",
  "name-broken": "keywardDevicesNameCharacter",
  "name-invisible": "keywardDevicesNameInvisible",
};

/** The name, to be typed over: Enter keeps it, Escape leaves everything as it was. */
export function NameEditor({ device, onSave, onProblem, onClose }) {
  const id = useId();
  const field = useRef(null);
  const [name, setName] = useState(device.name ?? "");
  const [trouble, setTrouble] = useState(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => field.current.select(), []);

  const save = async (event) => {
    event.preventDefault();
    if (busy) {
      return;
    }
    setBusy(true);
    try {
      await onSave(name);
    } catch (problem) {
      if (problem instanceof Refused || !onProblem(problem)) {
        setTrouble(text(REFUSALS[problem.code] ?? "keywardDevicesFailed"));
        setBusy(false);
        field.current.focus();
      }
    }
  };
  return h(
    "form",
    {
      className: "kwd-name",
      noValidate: true,
      onSubmit: save,
      onKeyDown: (event) => event.key === "Escape" && onClose(),
    },
    h("label", { htmlFor: `${id}name` }, text("keywardDevicesName")),
    h(
      "span",
      { className: `pf-v5-c-form-control ${trouble === null ? "" : "pf-m-error"}` },
      h("input", {
        id: `${id}name`,
        ref: field,
        dir: "auto",
        autoComplete: "off",
        enterKeyHint: "done",
        value: name,
        placeholder: device.title,
        "aria-describedby": `${id}trouble ${id}help`,
        "aria-invalid": trouble !== null,
        onChange: (event) => setName(event.target.value),
      }),
    ),
    h("p", { id: `${id}trouble`, role: "alert", className: "kwd-error" }, trouble),
    h("p", { id: `${id}help`, className: "kwd-help" }, text("keywardDevicesNameHelp")),
    h(
      "div",
      { className: "kwd-buttons" },
      h(
        "button",
        { type: "submit", className: "pf-v5-c-button pf-m-primary pf-m-small", "aria-disabled": busy },
        text("keywardDevicesSave"),
      ),
      h(
        "button",
        { type: "button", className: "pf-v5-c-button pf-m-link pf-m-small", onClick: onClose },
        text("keywardDevicesCancel"),
      ),
    ),
  );
}
