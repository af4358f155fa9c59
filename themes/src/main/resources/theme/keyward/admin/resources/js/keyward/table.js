/* Tables that become lists in narrow windows, and the way through pages that follow each other by key. */
import { createElement as h, useState } from "react";
import { useHere } from "./here.js";
import { Button, Select } from "./parts.js";

/**
 * @param columns {@code {key, name, cell(row), sort(row)?, quiet?}}; with {@code sort} the head is a button; a quiet head is
 *     for those who listen only
 * @param name what the table shows
 */
export function Table({ columns, rows, name }) {
    const [order, setOrder] = useState(null);
    const sorted = order ? inOrder(rows, columns.find((column) => column.key === order.key).sort, order.up) : rows;
    const head = (column) =>
        h(
            "th",
            {
                key: column.key,
                scope: "col",
                role: "columnheader",
                className: `pf-v5-c-table__th keyward-col-${column.key}`,
                "aria-sort": order?.key === column.key ? (order.up ? "ascending" : "descending") : undefined,
            },
            column.sort
                ? h(Sort, { column, order, choose: setOrder })
                : h("span", { className: column.quiet ? "pf-v5-screen-reader" : "" }, column.head ?? column.name),
        );
    return h(
        "table",
        { className: "pf-v5-c-table pf-m-grid-xl keyward-table", role: "table", "aria-label": name },
        h(
            "thead",
            { className: "pf-v5-c-table__thead", role: "rowgroup" },
            h("tr", { className: "pf-v5-c-table__tr", role: "row" }, columns.map(head)),
        ),
        h(
            "tbody",
            { className: "pf-v5-c-table__tbody", role: "rowgroup" },
            sorted.map((row) =>
                h(
                    "tr",
                    { key: row.id, className: "pf-v5-c-table__tr", role: "row" },
                    columns.map((column) =>
                        h(
                            "td",
                            {
                                key: column.key,
                                role: "cell",
                                className: "pf-v5-c-table__td",
                                "data-label": column.quiet ? undefined : column.name,
                            },
                            column.cell(row),
                        ),
                    ),
                ),
            ),
        ),
    );
}

function Sort({ column, order, choose }) {
    const own = order?.key === column.key;
    return h(
        "button",
        {
            type: "button",
            className: "keyward-sort",
            onClick: () => choose({ key: column.key, up: own ? !order.up : true }),
        },
        column.name,
        h("span", { "aria-hidden": true }, own ? (order.up ? " ▲" : " ▼") : " ↕"),
    );
}

function inOrder(rows, value, up) {
    const compare = (one, other) => {
        const [a, b] = [value(one), value(other)];
        return typeof a === "string" ? a.localeCompare(b) : a - b;
    };
    return [...rows].sort((one, other) => (up ? compare(one, other) : compare(other, one)));
}

/** Where one is among pages: {@code after} for the API, and the way back. */
export function usePages() {
    const [keys, set] = useState([]);
    return {
        after: keys.at(-1),
        number: keys.length + 1,
        first: () => set([]),
        back: () => set((before) => before.slice(0, -1)),
        on: (next) => set((before) => [...before, next]),
    };
}

export function Pages({ pages, next, size, resize }) {
    const { t } = useHere();
    return h(
        "nav",
        { className: "keyward-pages", "aria-label": t("pages") },
        h(
            "label",
            { className: "keyward-size" },
            h("span", null, t("pages.size")),
            h(Select, {
                value: size,
                choose: (number) => resize(Number(number)),
                options: [20, 50, 100, 200].map((number) => [number, number]),
            }),
        ),
        h(Button, { onClick: pages.back, disabled: pages.number === 1 }, t("pages.back")),
        h("span", null, t("pages.number", pages.number)),
        h(Button, { onClick: () => pages.on(next), disabled: !next }, t("pages.next")),
    );
}
