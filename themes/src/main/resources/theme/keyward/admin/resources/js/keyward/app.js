/* The pages, and what they share. React is the console's own, by the import map of its page. */
import { Component, createElement as h, useEffect, useMemo, useState } from "react";
import { createRoot } from "react-dom";
import { Api } from "./api.js";
import { Here } from "./here.js";
import { Trouble } from "./trouble.js";
import { MailsPage } from "./mails.js";
import { RealmDevices } from "./realm-devices.js";
import { UserDevices } from "./user-devices.js";
import { UserEmail } from "./user-email.js";

const PAGES = { devices: RealmDevices, mails: MailsPage, "user-devices": UserDevices, "user-email": UserEmail };

/** @param rename is told how the page that is shown is called */
export function mount(host, rename) {
    const root = createRoot(host);
    return {
        show: (page, texts) => root.render(h(App, { page, texts, rename })),
        close: () => root.unmount(),
    };
}

function App({ page, texts, rename }) {
    const api = useMemo(() => new Api(page.realm), [page.realm]);
    const [, tick] = useState(0);
    useEffect(() => {
        // "3 minutes ago" becomes 4.
        const clock = setInterval(() => tick((count) => count + 1), 30_000);
        return () => clearInterval(clock);
    }, []);
    const here = useMemo(() => ({ api, texts, page, rename }), [api, texts, page.key, rename]);
    return h(Here.Provider, { value: here }, h(Caught, { key: page.key }, h(PAGES[page.name])));
}

/** A page that cannot be shown says so, instead of beginning anew for ever. */
class Caught extends Component {
    static getDerivedStateFromError(problem) {
        return { problem };
    }

    render() {
        return this.state?.problem ? h(Trouble, { problem: this.state.problem }) : this.props.children;
    }
}
