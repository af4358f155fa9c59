package io.keyward.devicesession.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceQuery;
import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.signout.LiveSessions;
import io.keyward.endpoint.AdminRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.UserModel;

/**
 * Pages of a realm's devices. What the tables cannot tell, whether a session lives and whether this administrator may see the
 * user, is asked row by row; so a page looks at {@value #LOOKED_AT} rows at most and may hold fewer devices than asked for
 * while there are more.
 */
final class DevicePages {

    private static final int LOOKED_AT = 1_000;

    private final AdminRequest request;
    private final DeviceSessionProvider store;
    private final LiveSessions live;

    DevicePages(AdminRequest request, DeviceSessionProvider store) {
        this.request = request;
        this.store = store;
        this.live = new LiveSessions(request.session(), request.realm());
    }

    /** @param signedIn only with a live session, or only without; null for either */
    Page page(DeviceQuery query, Boolean signedIn) {
        List<AdminDeviceView> found = new ArrayList<>();
        String after = query.after();
        int looked = 0;
        while (found.size() < query.limit() && looked < LOOKED_AT) {
            // One more than may be shown tells whether it is the last page.
            int asked = query.limit() - found.size() + 1;
            List<Device> rows = store.devices().page(request.realm().getId(), from(query, after, asked));
            LiveDevices sessions = new LiveDevices(request.realm(), store, rows, live::of);
            for (Device row : rows) {
                if (found.size() == query.limit()) {
                    return new Page(found, after);
                }
                view(row, sessions, signedIn).ifPresent(found::add);
                after = row.id();
                looked++;
            }
            if (rows.size() < asked) {
                return new Page(found, null);
            }
        }
        return new Page(found, after);
    }

    private Optional<AdminDeviceView> view(Device device, LiveDevices sessions, Boolean signedIn) {
        UserModel user = request.session().users().getUserById(request.realm(), device.userId());
        if (user == null || !request.auth().users().canView(user)) {
            return Optional.empty();
        }
        DeviceView view = DeviceView.of(device, null, sessions.sessions(device));
        return signedIn == null || signedIn == view.signedIn()
                ? Optional.of(new AdminDeviceView(user.getId(), user.getUsername(), view))
                : Optional.empty();
    }

    private static DeviceQuery from(DeviceQuery query, String after, int limit) {
        return new DeviceQuery(
                query.userId(),
                query.clientId(),
                query.signedOut(),
                query.seenFrom(),
                query.seenBefore(),
                after,
                limit);
    }

    /**
     * A page.
     *
     * @param devices in the order of their ids
     * @param next where the next page begins, or null after the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<AdminDeviceView> devices, String next) {}
}
