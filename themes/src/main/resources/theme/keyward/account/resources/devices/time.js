import { createElement as h, useEffect, useState } from "react";
import { environment } from "./environment.js";

const { locale } = environment;
const calendar = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
const plain = new Intl.RelativeTimeFormat(locale, { numeric: "always" });
const exact = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" });

/** In seconds; "last month" says less than "5 weeks ago", so months begin late. */
const UNITS = [
  ["year", 31_557_600],
  ["month", 2_629_800 * 2],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];
const MONTH = 2_629_800;

function relative(seconds) {
  const [unit, least] = UNITS.find(([, length]) => seconds >= length) ?? ["second", 1];
  if (unit === "second") {
    return calendar.format(0, "second");
  }
  const count = Math.trunc(seconds / (unit === "month" ? MONTH : least));
  return (unit === "day" ? calendar : plain).format(-count, unit);
}

/** How long ago, with the exact time for whoever points at it or reads the page by program. */
export function Ago({ at, now }) {
  const date = new Date(at);
  const text = relative(Math.max(0, (now - date.getTime()) / 1000));
  return h("time", { dateTime: at, title: exact.format(date) }, text);
}

/** The exact time in the person's own zone. */
export function At({ at }) {
  return h("time", { dateTime: at }, exact.format(new Date(at)));
}

/** The present, which moves on once a minute. */
export function useNow() {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
