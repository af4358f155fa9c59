package io.keyward.it.looks;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;

/** A line like that of a phone in a train: half a megabit a second, three tenths of a second away. */
final class Throttle {

    private static final int BYTES_A_SECOND = 500 * 1024 / 8;

    private Throttle() {}

    static void on(Page page) {
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("Network.enable");
        JsonObject line = new JsonObject();
        line.addProperty("offline", false);
        line.addProperty("latency", 300);
        line.addProperty("downloadThroughput", BYTES_A_SECOND);
        line.addProperty("uploadThroughput", BYTES_A_SECOND);
        devtools.send("Network.emulateNetworkConditions", line);
    }
}
