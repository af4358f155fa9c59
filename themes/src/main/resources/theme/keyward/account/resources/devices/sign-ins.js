import { createElement as h, useEffect, useState } from "react";
import { listSignIns } from "./api.js";
import { label, text } from "./texts.js";
import { At } from "./time.js";
import { Unseen } from "./unseen.js";

const METHODS = {
  browser: "keywardMethodBrowser",
  "identity-provider": "keywardMethodProvider",
  registration: "keywardMethodRegistration",
  "password-grant": "keywardMethodPasswordGrant",
  "device-grant": "keywardMethodDeviceGrant",
  ciba: "keywardMethodCiba",
  impersonation: "keywardMethodImpersonation",
};

/** How somebody signed in. */
export const method = (word) => text(METHODS[word] ?? "keywardMethodOther");

/** The last sign-ins on one device, asked for when somebody wants to see them. */
export function SignIns({ device, onProblem }) {
  const [signIns, setSignIns] = useState(null);
  useEffect(() => {
    let wanted = true;
    listSignIns().then(
      (all) => wanted && setSignIns(all.filter((signIn) => signIn.device?.id === device.id)),
      (problem) => wanted && !onProblem(problem) && setSignIns("failed"),
    );
    return () => {
      wanted = false;
    };
  }, [device.id]);
  if (signIns === null) {
    return h("div", { className: "kwd-bone kwd-bone-text", role: "status" }, h(Unseen, null, text("keywardDevicesLoading")));
  }
  if (signIns === "failed") {
    return h("p", { role: "alert", className: "kwd-error" }, text("keywardDevicesFailed"));
  }
  if (signIns.length === 0) {
    return h("p", null, text("keywardDevicesNoSignIns"));
  }
  return h(
    "ol",
    { className: "kwd-sign-ins" },
    signIns.map((signIn, index) => h("li", { key: index }, h(SignIn, { signIn }))),
  );
}

function SignIn({ signIn }) {
  return h(
    "div",
    null,
    h("strong", null, h(At, { at: signIn.at })),
    h("span", null, method(signIn.signedInWith)),
    signIn.client && h("bdi", null, label(signIn.client.name) ?? signIn.client.clientId),
    signIn.ip && h("bdi", null, signIn.ip),
    signIn.active && h("span", { className: "kwd-badge" }, text("keywardDevicesActive")),
  );
}
