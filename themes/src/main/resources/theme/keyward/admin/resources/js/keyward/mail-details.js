/* Everything about one mail. */
import { createElement as h, useState } from "react";
import { Dialog } from "./dialog.js";
import { useHere, useLoad } from "./here.js";
import { Status, waits } from "./mail-table.js";
import { Button, Facts, Loading, Time } from "./parts.js";
import { Trouble } from "./trouble.js";

export function MailDetails({ mail, manage, close, changed }) {
    const { api, t, texts } = useHere();
    const found = useLoad(() => api.mail(mail.id), [api, mail.id]);
    const [state, set] = useState({});
    const cancel = async () => {
        set({ busy: true });
        try {
            await api.cancel(mail.id);
            changed(t("mail.cancel.done"));
        } catch (problem) {
            set({ problem });
        }
    };
    const foot = [
        h(Button, { key: "close", kind: "primary", onClick: close, "data-first": true }, t("close")),
        manage &&
            found.data &&
            waits(found.data) &&
            (state.asking
                ? h(Button, { key: "cancel", kind: "danger", onClick: cancel, disabled: state.busy }, t("mail.cancel.sure"))
                : h(Button, { key: "ask", kind: "link", onClick: () => set({ asking: true }) }, t("mail.cancel"))),
    ];
    return h(
        Dialog,
        { title: texts.word("mail.purpose", mail.purpose), close, busy: state.busy, foot },
        found.problem && h(Trouble, { problem: found.problem, role: "view-realm", again: found.again }),
        state.problem && h(Trouble, { problem: state.problem, role: "manage-realm" }),
        found.data ? h(About, { mail: found.data }) : !found.problem && h(Loading),
        h("div", { role: "status" }, state.asking && h("p", null, t("mail.cancel.help"))),
    );
}

function About({ mail }) {
    const { t, texts } = useHere();
    const report =
        mail.report &&
        [texts.word("mail.report", mail.report.kind), mail.report.category, mail.report.replyCode, texts.ago(mail.report.at)]
            .filter(Boolean)
            .join(" · ");
    return [
        h(Facts, {
            key: "facts",
            list: [
                [t("mail.status"), h("span", null, h(Status, { mail }))],
                [t("mail.address"), h("bdi", null, mail.address ?? t("mail.address.hidden"))],
                [t("mail.replyCode"), mail.replyCode],
                [t("mail.report"), report],
                [t("mail.urgency"), t(mail.urgency === "urgent" ? "mail.urgent" : "mail.normal")],
                [t("mail.written"), h(Time, { at: mail.createdAt })],
                [t("mail.nextAttempt"), mail.nextAttemptAt && h(Time, { at: mail.nextAttemptAt })],
                [t("mail.expires"), mail.expiresAt && h(Time, { at: mail.expiresAt })],
                [t("mail.finished"), mail.finishedAt && h(Time, { at: mail.finishedAt })],
                [t("mail.messageId"), h("code", null, mail.messageId)],
            ],
        }),
        mail.status === "failed" && h("p", { key: "gone" }, t("mail.failed.help")),
    ];
}
