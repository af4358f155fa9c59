import { createElement as h } from "react";

/** Words for those who hear the page. */
export function Unseen({ children }) {
  return h("span", { className: "pf-v5-screen-reader" }, children);
}
