package io.keyward.it.pages;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForURLOptions;
import io.keyward.it.harness.AppServer;

/** The page of the application to which people come back. */
public record AppPage(Page page) {

    /** Waits until Keycloak has sent the browser back with a code. */
    public static AppPage signedIn(Page page, AppServer app) {
        page.waitForURL(url -> url.startsWith(app.callbackUrl() + "?"), new WaitForURLOptions().setTimeout(15_000));
        page.getByText("Signed in").waitFor();
        return new AppPage(page);
    }
}
