/* The head of the pages about one user. */
import { createElement as h } from "react";
import { useHere } from "./here.js";
import { Head, Link } from "./parts.js";
import { href } from "./route.js";

/** @param username null until it is known, or where one may not know it */
export function UserHead({ username, open }) {
    const { page, t } = useHere();
    const tab = (name, to, text) =>
        h(
            "li",
            { key: name },
            h("a", { href: to, "aria-current": open === name ? "page" : undefined, className: "keyward-tab" }, text),
        );
    return [
        h(
            Head,
            { key: "head", title: username ?? t("person") },
            h(
                "nav",
                { "aria-label": t("breadcrumb"), className: "keyward-crumbs" },
                h(Link, { to: href(page.realm, "users") }, t("users")),
                h("span", { "aria-hidden": true }, " › "),
                h("bdi", null, username ?? page.user),
            ),
        ),
        h(
            "nav",
            { key: "tabs", "aria-label": t("user.tabs"), className: "keyward-tabs" },
            h("ul", null, [
                tab("settings", href(page.realm, "users", page.user, "settings"), t("user.details")),
                tab("devices", href(page.realm, "keyward", "users", page.user, "devices"), t("menu.devices")),
                tab("email", href(page.realm, "keyward", "users", page.user, "email"), t("menu.email")),
            ]),
        ),
    ];
}
