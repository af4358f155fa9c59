import { createElement as h, useEffect, useId, useState } from "react";
import { readPreferences, wantNewDeviceMail } from "./api.js";
import { text } from "./texts.js";

/** Whether a mail tells of sign-ins on new devices. Not there while that is not known, and where the realm sends none. */
export function NewDeviceMail({ onSaid, onProblem }) {
  const id = useId();
  const [known, setKnown] = useState(null);
  useEffect(() => {
    readPreferences().then(setKnown, () => setKnown(null));
  }, []);
  if (!known?.newDeviceMailOffered) {
    return null;
  }
  const want = async (wanted) => {
    setKnown({ ...known, newDeviceMail: wanted });
    try {
      setKnown(await wantNewDeviceMail(wanted));
      onSaid({ text: text(wanted ? "keywardDevicesMailOn" : "keywardDevicesMailOff"), done: true });
    } catch (problem) {
      setKnown(known);
      if (!onProblem(problem)) {
        onSaid({ text: text("keywardDevicesFailed") });
      }
    }
  };
  return h(
    "section",
    { "aria-labelledby": `${id}title` },
    h(
      "div",
      { className: "kwd-section" },
      h("h2", { id: `${id}title`, className: "pf-v5-c-title pf-m-lg" }, text("keywardDevicesMails")),
    ),
    h(
      "div",
      { className: "pf-v5-c-check" },
      h("input", {
        id,
        type: "checkbox",
        className: "pf-v5-c-check__input",
        checked: known.newDeviceMail,
        "aria-describedby": `${id}help`,
        onChange: (event) => want(event.target.checked),
      }),
      h("label", { htmlFor: id, className: "pf-v5-c-check__label" }, text("keywardDevicesMailNew")),
      h("span", { id: `${id}help`, className: "pf-v5-c-check__description" }, text("keywardDevicesMailHelp")),
    ),
  );
}
