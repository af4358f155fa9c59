package io.keyward.devicesession.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.devicesession.Device;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A device, as its owner and administrators see it. Times are ISO 8601 in UTC.
 *
 * @param id its id
 * @param name what its owner calls it, or null
 * @param title what to show: the name, or one made of browser and operating system
 * @param type {@code desktop}, {@code mobile} or {@code other}
 * @param os the operating system, or null
 * @param osVersion its version, or null
 * @param browser the browser with its version, or null
 * @param current whether the request came by a session on it; null for administrators
 * @param signedIn whether a session on it lives
 * @param firstSeen when it signed in first
 * @param lastSeen when it was used last; exact to the interval of such notes once no session of it lives
 * @param lastIp where from, or null
 * @param signedInWith how it signed in last
 * @param sessions those that live
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeviceView(
        String id,
        String name,
        String title,
        String type,
        String os,
        String osVersion,
        String browser,
        Boolean current,
        boolean signedIn,
        String firstSeen,
        String lastSeen,
        String lastIp,
        String signedInWith,
        List<SessionView> sessions) {

    /** Last seen first. */
    static final Comparator<DeviceView> BY_LAST_SEEN = Comparator.comparing(
                    (DeviceView view) -> Instant.parse(view.lastSeen()))
            .reversed()
            .thenComparing(DeviceView::id);

    static DeviceView of(Device device, Boolean current, List<SessionView> sessions) {
        // The row is told now and then only; a live session tells better.
        Optional<SessionView> freshest = sessions.stream()
                .filter(live -> Instant.parse(live.lastRefresh()).isAfter(device.lastSeen()))
                .max(Comparator.comparing(live -> Instant.parse(live.lastRefresh())));
        return new DeviceView(
                device.id(),
                device.name(),
                device.title(),
                device.display().type().word(),
                device.display().os(),
                device.display().osVersion(),
                device.display().browser(),
                current,
                !sessions.isEmpty(),
                device.firstSeen().toString(),
                freshest.map(SessionView::lastRefresh).orElse(device.lastSeen().toString()),
                freshest.map(SessionView::ip).orElse(device.lastIp()),
                device.method().word(),
                sessions);
    }
}
