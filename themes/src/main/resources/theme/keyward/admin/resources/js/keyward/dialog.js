/* Dialogs: the browser's own element, which keeps the focus inside and gives it back. */
import { createElement as h, useId, useLayoutEffect, useRef, useState } from "react";
import { useHere } from "./here.js";
import { Button } from "./parts.js";
import { Trouble } from "./trouble.js";

export function Dialog({ title, close, busy, children, foot }) {
    const box = useRef(null);
    const id = useId();
    // Before it leaves the page: a dialog that is gone gives no focus back.
    useLayoutEffect(() => {
        const dialog = box.current;
        dialog.showModal();
        // React gives the focus before the dialog is open, which does nothing.
        dialog.querySelector("[data-first]")?.focus();
        return () => dialog.close();
    }, []);
    const cancel = (event) => {
        event.preventDefault();
        if (!busy) {
            close();
        }
    };
    return h(
        "dialog",
        { ref: box, className: "keyward-dialog", "aria-labelledby": id, onCancel: cancel },
        h("h2", { id, className: "pf-v5-c-title pf-m-xl" }, title),
        h("div", { className: "keyward-dialog-body" }, children),
        h("div", { className: "keyward-dialog-foot" }, foot),
    );
}

/**
 * Asks before something is done. The focus is on what does nothing.
 *
 * @param run does it; may tell how far it is by the function that it is given
 * @param done is told what {@code run} gave
 * @param role the role of Keycloak that it needs
 */
export function Confirm({ title, children, action, danger, run, done, close, role }) {
    const { t } = useHere();
    const [state, set] = useState({});
    const go = async () => {
        set({ busy: true });
        try {
            done(await run((progress) => set({ busy: true, progress })));
        } catch (problem) {
            set({ problem });
        }
    };
    const foot = [
        h(
            Button,
            { key: "go", kind: danger ? "danger" : "primary", onClick: go, "aria-disabled": state.busy, disabled: state.busy },
            action,
        ),
        h(Button, { key: "no", kind: "link", onClick: close, disabled: state.busy, "data-first": true }, t("cancel")),
    ];
    return h(
        Dialog,
        { title, close, busy: state.busy, foot },
        children,
        h("div", { role: "status" }, state.busy ? (state.progress ?? t("working")) : null),
        state.problem && h(Trouble, { problem: state.problem, role }),
    );
}
