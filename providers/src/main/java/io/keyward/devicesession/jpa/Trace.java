package io.keyward.devicesession.jpa;

import io.keyward.devicesession.DeviceDisplay;
import io.keyward.devicesession.SignIn;
import jakarta.persistence.Query;
import java.util.Objects;

/** What a sign-in leaves on the row of its device. */
record Trace(String type, String os, String osVersion, String browser, String ip, String method, long at) {

    static Trace of(SignIn signIn) {
        DeviceDisplay display = signIn.display();
        return new Trace(
                display.type().word(),
                Text.clip(display.os()),
                Text.clip(display.osVersion()),
                Text.clip(display.browser()),
                Text.clip(signIn.ip()),
                signIn.method().word(),
                signIn.at().toEpochMilli());
    }

    /** Whether a row shows this already, but for the time. */
    boolean on(DeviceEntity row) {
        return type.equals(row.type)
                && Objects.equals(os, row.os)
                && Objects.equals(osVersion, row.osVersion)
                && Objects.equals(browser, row.browser)
                && Objects.equals(ip, row.lastIp)
                && method.equals(row.method);
    }

    /** Leaves it on a row that was read, as the statement leaves it in the table. */
    void leaveOn(DeviceEntity row) {
        row.type = type;
        row.os = os;
        row.osVersion = osVersion;
        row.browser = browser;
        row.lastIp = ip;
        row.method = method;
        row.lastSeen = Math.max(row.lastSeen, at);
        row.signedOutAt = null;
        row.forgottenAt = null;
    }

    static Query bind(Query statement, DeviceEntity row) {
        return statement
                .setParameter("realm", row.realmId)
                .setParameter("id", row.id)
                .setParameter("type", row.type)
                .setParameter("os", row.os)
                .setParameter("osVersion", row.osVersion)
                .setParameter("browser", row.browser)
                .setParameter("ip", row.lastIp)
                .setParameter("method", row.method)
                .setParameter("seen", row.lastSeen);
    }
}
