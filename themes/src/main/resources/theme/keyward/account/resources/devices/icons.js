import { createElement as h } from "react";

/** Drawn for this page, on a field of 24 by 24. */
const PATHS = {
  desktop: "M4 5h16v10H4zM2 19h20M9 15v4M15 15v4",
  mobile: "M7 2.5h10v19H7zM11 18.5h2",
  other: "M4 5h16v14H4zM7.5 9.5l3 2.5-3 2.5M12.5 15h4",
  rename: "M4 20l1-4L16.5 4.5l3 3L8 19zM14.5 6.5l3 3",
  done: "M4 12.5l5.5 5.5L20 7",
  trouble: "M12 3.5l9.5 17h-19zM12 10v5M12 17.8v.2",
  signedOut: "M10 4H4v16h6M14 8l5 4-5 4M19 12H9",
  close: "M6 6l12 12M18 6L6 18",
  details: "M9 5l7 7-7 7",
};

/** A picture that says nothing which the text beside it does not say. */
export function Icon({ name, className }) {
  return h(
    "svg",
    { className: `kwd-icon ${className ?? ""}`, viewBox: "0 0 24 24", "aria-hidden": true, focusable: false },
    h("path", { d: PATHS[name] ?? PATHS.other }),
  );
}
