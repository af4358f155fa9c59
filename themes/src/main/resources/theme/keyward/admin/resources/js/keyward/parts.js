/* Parts of pages, in the look of the console: its own class names on plain elements. */
import { createElement as h, Fragment, useEffect, useRef } from "react";
import { useHere } from "./here.js";
import { moment } from "./texts.js";

export function Button({ kind = "secondary", small, className = "", ...rest }) {
    const look = `pf-v5-c-button pf-m-${kind}${small ? " pf-m-small" : ""} ${className}`;
    return h("button", { type: "button", ...rest, className: look });
}

/** @param options pairs of a word and its text */
export function Select({ value, choose, options, ...rest }) {
    return h(
        "span",
        { className: "pf-v5-c-form-control" },
        h(
            "select",
            { ...rest, value, onChange: (event) => choose(event.target.value) },
            options.map(([word, text]) => h("option", { key: word, value: word }, text)),
        ),
        h(
            "span",
            { className: "pf-v5-c-form-control__utilities", "aria-hidden": true },
            h(
                "span",
                { className: "pf-v5-c-form-control__toggle-icon" },
                h("svg", { viewBox: "0 0 24 24", width: "1em", fill: "currentColor" }, h("path", { d: "M5 9h14l-7 7z" })),
            ),
        ),
    );
}

export function Link({ to, children }) {
    return h("a", { href: to, className: "keyward-link" }, children);
}

/** The head of a page. It takes the focus, as after a page that was loaded. */
export function Head({ title, lead, children }) {
    const { rename } = useHere();
    const heading = useRef(null);
    useEffect(() => {
        rename(title);
        heading.current?.focus();
    }, [title]);
    return h(
        "section",
        { className: "pf-v5-c-page__main-section pf-m-light keyward-head" },
        children,
        h("h1", { className: "pf-v5-c-title pf-m-2xl", tabIndex: -1, ref: heading }, h("bdi", null, title)),
        lead && h("p", { className: "keyward-lead" }, lead),
    );
}

export function Body({ busy, children }) {
    return h(
        "section",
        { className: "pf-v5-c-page__main-section pf-m-light keyward-body", "aria-busy": Boolean(busy) },
        children,
    );
}

const COLORS = { good: "pf-m-green", busy: "pf-m-blue", waits: "pf-m-orange", bad: "pf-m-red", past: "" };

export function Label({ mood, children }) {
    return h(
        "span",
        { className: `pf-v5-c-label ${COLORS[mood]}` },
        h("span", { className: "pf-v5-c-label__content" }, h("span", { className: "pf-v5-c-label__text" }, children)),
    );
}

/** A time as people tell it, with the exact one below. */
export function Time({ at }) {
    const { texts } = useHere();
    return at
        ? h(
              "time",
              { dateTime: moment(at).toISOString(), className: "keyward-time" },
              texts.ago(at),
              h("span", { className: "keyward-small" }, texts.exactly(at)),
          )
        : h("span", null, "–");
}

export function Loading() {
    const { t } = useHere();
    return h(
        "div",
        { className: "keyward-loading", role: "status" },
        h(
            "svg",
            { className: "pf-v5-c-spinner pf-m-lg", viewBox: "0 0 100 100", "aria-hidden": true },
            h("circle", { className: "pf-v5-c-spinner__path", cx: 50, cy: 50, r: 45, fill: "none" }),
        ),
        h("span", null, t("loading")),
    );
}

export function Empty({ title, children }) {
    return h(
        "div",
        { className: "pf-v5-c-empty-state keyward-empty" },
        h(
            "div",
            { className: "pf-v5-c-empty-state__content" },
            h("h2", { className: "pf-v5-c-empty-state__title-text" }, title),
            h("div", { className: "pf-v5-c-empty-state__body" }, children),
        ),
    );
}

const SIGNS = { success: "✓", danger: "!", warning: "!", info: "i" };

/** @param kind {@code success}, {@code danger}, {@code warning} or {@code info} */
export function Alert({ kind, title, children, actions }) {
    return h(
        "div",
        { className: `pf-v5-c-alert pf-m-inline pf-m-${kind}`, role: kind === "danger" ? "alert" : undefined },
        h("div", { className: "pf-v5-c-alert__icon keyward-sign", "aria-hidden": true }, SIGNS[kind]),
        h("p", { className: "pf-v5-c-alert__title" }, title),
        children && h("div", { className: "pf-v5-c-alert__description" }, children),
        actions && h("div", { className: "pf-v5-c-alert__action-group" }, actions),
    );
}

/** Says what was done, to those who listen as well. It is there before it says something, or it would not be heard. */
export function Told({ what, kind = "success" }) {
    return h("div", { role: "status", className: "keyward-told" }, what && h(Alert, { kind, title: what }));
}

export function Facts({ list }) {
    return h(
        "dl",
        { className: "keyward-facts" },
        list
            .filter(([, value]) => value !== undefined && value !== null)
            .map(([name, value]) => h(Fragment, { key: name }, h("dt", null, name), h("dd", null, value))),
    );
}
