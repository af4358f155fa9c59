import { createElement as h, useState } from "react";
import { signOutDevice, signOutOthers } from "./api.js";
import { authenticateAgain } from "./authorization.js";
import { Dialog } from "./dialog.js";
import { environment } from "./environment.js";
import { NotFresh } from "./problems.js";
import { counted, text } from "./texts.js";

/** Set while the person is away to sign in again, so that the question is asked once more and not answered for them. */
const ASKED = "keyward-sign-out-others";

/** Whether the person was just sent to sign in again; true once. */
export function cameBack() {
  const asked = sessionStorage.getItem(ASKED) !== null;
  sessionStorage.removeItem(ASKED);
  return asked;
}

/** Whether to sign out one device. */
export function SignOutQuestion({ device, onDone, onProblem, onClose }) {
  const kind = device.current ? "keywardDevicesHereText" : "keywardDevicesSignOutText";
  const title = device.current ? "keywardDevicesHereTitle" : "keywardDevicesSignOutTitle";
  return h(
    Question,
    {
      title: text(title),
      answer: text("keywardDevicesSignOut"),
      act: async () => {
        await signOutDevice(device.id);
        if (device.current) {
          // Nobody is signed in here any more: the console leads to the sign-in page.
          window.location.assign(environment.baseUrl);
        } else {
          onDone(text("keywardDevicesSignedOutNow", { device: device.title }), device.id);
        }
      },
      onProblem,
      onClose,
    },
    h("p", { className: "kwd-asked" }, h("bdi", null, device.title)),
    h("p", null, text(kind)),
  );
}

/** Whether to sign out all but this one; asks to sign in again first if that was long ago. */
export function SignOutOthersQuestion({ count, onDone, onProblem, onClose }) {
  const [maxAge, setMaxAge] = useState(null);
  if (maxAge !== null) {
    return h(
      Question,
      {
        key: "again",
        title: text("keywardDevicesAgainTitle"),
        answer: text("keywardDevicesSignIn"),
        act: async () => {
          sessionStorage.setItem(ASKED, "");
          await authenticateAgain(maxAge);
        },
        onProblem,
        onClose,
      },
      h("p", null, text("keywardDevicesAgainText")),
    );
  }
  return h(
    Question,
    {
      key: "others",
      title: text("keywardDevicesOthersTitle"),
      answer: text("keywardDevicesSignOutOthers"),
      act: async () => {
        try {
          await signOutOthers();
        } catch (problem) {
          if (!(problem instanceof NotFresh)) {
            throw problem;
          }
          setMaxAge(problem.maxAge);
          return;
        }
        onDone(text("keywardDevicesOthersSignedOut"), null);
      },
      onProblem,
      onClose,
    },
    h("p", null, counted("keywardDevicesOthersText", count)),
  );
}

function Question({ title, answer, act, onProblem, onClose, children }) {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(null);
  const onAnswer = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      await act();
    } catch (problem) {
      if (!onProblem(problem)) {
        setTrouble(text("keywardDevicesFailed"));
        setBusy(false);
      }
    }
  };
  return h(Dialog, { title, answer, busy, trouble, onAnswer, onClose }, children);
}
