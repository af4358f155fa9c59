/* What went wrong, in plain words, and what can be done. */
import { createElement as h } from "react";
import { useHere } from "./here.js";
import { Alert, Button } from "./parts.js";

const TEXTS = {
    expired: ["trouble.expired", "trouble.expired.help"],
    forbidden: ["trouble.forbidden", "trouble.forbidden.help"],
    missing: ["trouble.missing", "trouble.missing.help"],
    refused: ["trouble.refused", "trouble.refused.help"],
    unreachable: ["trouble.unreachable", "trouble.unreachable.help"],
    origin: ["trouble.origin", "trouble.origin.help"],
    failed: ["trouble.failed", "trouble.failed.help"],
};

/** The key of what a problem is called. */
export function titleOf(problem) {
    return (TEXTS[problem.kind] ?? TEXTS.failed)[0];
}

/**
 * @param role the role of Keycloak that was needed
 * @param missing shown in place of "not found"
 * @param again tries once more
 */
export function Trouble({ problem, role, missing, again }) {
    const { t } = useHere();
    const kind = TEXTS[problem.kind] ? problem.kind : "failed";
    if (kind === "missing" && missing) {
        return missing;
    }
    const [title, help] = TEXTS[kind];
    const way =
        kind === "expired"
            ? h(Button, { kind: "primary", onClick: () => location.reload() }, t("trouble.signIn"))
            : again && (kind === "unreachable" || kind === "failed")
              ? h(Button, { onClick: again }, t("trouble.again"))
              : null;
    return h(Alert, { kind: "danger", title: t(title), actions: way }, h("p", null, t(help, role ?? "")));
}
