import { createElement as h, useEffect, useRef, useState } from "react";
import { listDevices, renameDevice } from "./api.js";
import { signInAgain } from "./authorization.js";
import { Icon } from "./icons.js";
import { DeviceList } from "./list.js";
import { NewDeviceMail } from "./mails.js";
import { Gone, NotOffered, SignedOut } from "./problems.js";
import { SignOutOthersQuestion, SignOutQuestion, cameBack } from "./questions.js";
import { Instead, Skeleton } from "./states.js";
import { loadTexts, text } from "./texts.js";
import { useNow } from "./time.js";

const stateOf = (problem) =>
  problem instanceof SignedOut ? "expired" : problem instanceof NotOffered ? "off" : "failed";

/** The page "Your devices". Keycloak's console imports it, and gives it nothing: see the decisions in docs. */
export default function YourDevices() {
  const now = useNow();
  const [state, setState] = useState("loading");
  const [devices, setDevices] = useState([]);
  const [question, setQuestion] = useState(null);
  const [said, setSaid] = useState(null);
  const [focused, setFocused] = useState(null);
  const [textless, setTextless] = useState(null);
  const [worded, setWorded] = useState(false);
  const seen = useRef(false);

  const load = async () => {
    const listed = listDevices();
    // Heard below, once there are words for it.
    listed.catch(() => {});
    try {
      await loadTexts();
      setWorded(true);
    } catch (trouble) {
      setTextless(trouble);
      return;
    }
    try {
      const list = await listed;
      setDevices(list);
      setState(list.length === 0 ? "empty" : "list");
      seen.current = true;
      if (cameBack() && others(list) > 0) {
        setQuestion({ others: true });
      }
    } catch (problem) {
      setState(stateOf(problem));
    }
  };
  useEffect(() => {
    void load();
  }, []);
  if (textless !== null) {
    // Without words there is nothing to say: the console's own page for errors says it.
    throw textless;
  }
  if (!worded) {
    return h(Spinner);
  }

  /** Whether the page itself says what is wrong; else whoever asked does. */
  const onProblem = (problem) => {
    if (problem instanceof SignedOut || problem instanceof NotOffered) {
      setQuestion(null);
      setState(stateOf(problem));
      return true;
    }
    if (problem instanceof Gone) {
      setQuestion(null);
      setSaid({ text: text("keywardDevicesGone") });
      void load();
      return true;
    }
    return false;
  };
  const onRename = async (device, name) => {
    const renamed = await renameDevice(device.id, name);
    setDevices((list) => list.map((other) => (other.id === device.id ? renamed : other)));
    setSaid({ text: text("keywardDevicesRenamed", { device: renamed.title }), done: true });
  };
  const onDone = async (what, deviceId) => {
    setQuestion(null);
    setSaid({ text: what, done: true });
    await load();
    setFocused(deviceId ?? devices.find((device) => device.current)?.id);
  };
  const actions = {
    onRename,
    onProblem,
    onSignOut: (device) => {
      setSaid(null);
      setFocused(null);
      setQuestion({ device });
    },
  };
  return h(
    "div",
    { className: "kwd", "aria-busy": state === "loading" },
    h(Head),
    h(
      "section",
      { className: "pf-v5-c-page__main-section pf-m-light" },
      h(
        "div",
        { className: "kwd-page" },
        state === "loading" && h(Skeleton),
        state === "list" &&
          h(DeviceList, {
            devices,
            now,
            focused,
            actions,
            onSignOutOthers: () => {
              setSaid(null);
              setQuestion({ others: true });
            },
          }),
        state === "list" && h(NewDeviceMail, { onSaid: setSaid, onProblem }),
        !["loading", "list"].includes(state) &&
          h(Instead, {
            state,
            interrupts: seen.current,
            onAnswer: () => {
              if (state === "expired") {
                signInAgain();
              } else {
                setState("loading");
                void load();
              }
            },
          }),
      ),
    ),
    question?.device &&
      h(SignOutQuestion, { device: question.device, onDone, onProblem, onClose: () => setQuestion(null) }),
    question?.others &&
      h(SignOutOthersQuestion, {
        count: others(devices),
        onDone,
        onProblem,
        onClose: () => setQuestion(null),
      }),
    h(Said, { said, onClose: () => setSaid(null) }),
  );
}

const others = (devices) => devices.filter((device) => !device.current && device.signedIn).length;

/** As the heads of the console's own pages. */
function Head() {
  return h(
    "section",
    { className: "pf-v5-c-page__main-section pf-m-light" },
    h(
      "div",
      { className: "pf-v5-c-content" },
      h("h1", { className: "pf-v5-c-title pf-m-2xl" }, text("keywardDevices")),
      h("p", null, text("keywardDevicesIntro")),
    ),
  );
}

/** What the console shows while it fetches this page; it goes on until there are words. */
function Spinner() {
  return h(
    "svg",
    { className: "pf-v5-c-spinner pf-m-xl", viewBox: "0 0 100 100", "aria-hidden": true },
    h("circle", { className: "pf-v5-c-spinner__path", cx: 50, cy: 50, r: 45, fill: "none" }),
  );
}

/** What has happened, seen and heard. It stays until something else happens or somebody closes it. */
function Said({ said, onClose }) {
  return h(
    "div",
    { role: "status", className: "kwd-said" },
    said !== null &&
      h(
        "div",
        { className: `pf-v5-c-alert ${said.done ? "pf-m-success" : "pf-m-warning"}` },
        h("div", { className: "pf-v5-c-alert__icon" }, h(Icon, { name: said.done ? "done" : "trouble" })),
        h("p", { className: "pf-v5-c-alert__title", dir: "auto" }, said.text),
        h(
          "div",
          { className: "pf-v5-c-alert__action" },
          h(
            "button",
            { type: "button", className: "pf-v5-c-button pf-m-plain", "aria-label": text("keywardDevicesClose"), onClick: onClose },
            h(Icon, { name: "close" }),
          ),
        ),
      ),
  );
}
