package io.keyward.devicesession.recognition;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceSession;
import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.DeviceSettings;
import io.keyward.devicesession.signout.LiveSessions;
import io.keyward.devicesession.signout.SignOut;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.keycloak.common.util.Time;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;

/** On how many devices a person may be signed in at once (OWASP ASVS 5.0, 7.1.2). */
final class DeviceLimit {

    /** The word for the ledger when a device had to give way to another. */
    static final String REASON = "device-limit";

    /**
     * Keycloak (26.7) writes a session together with our row, or a moment after it when it could not get all its locks: a
     * session that was tied a moment ago lives even if Keycloak does not know it yet.
     */
    private static final Duration BEING_WRITTEN = Duration.ofSeconds(2);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final DeviceSettings settings;
    private final DeviceSessionProvider store;

    DeviceLimit(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.settings = DeviceSettings.of(realm);
        this.store = session.getProvider(DeviceSessionProvider.class);
    }

    /** Makes room for a device that has just signed in, or refuses it, whichever the realm has chosen. */
    void enforce(UserSessionModel userSession, ClientModel client, Device arrived, RequestPlace place) {
        if (settings.deviceLimit() == 0) {
            return;
        }
        String userId = userSession.getUser().getId();
        // One after the other: two new devices at once must not both see the last free place.
        store.devices().lockOwner(realm.getId(), userId);
        List<Device> others = signedIn(userId, arrived.id());
        int tooMany = others.size() + 1 - settings.deviceLimit();
        if (tooMany <= 0) {
            return;
        }
        if (settings.refuseAtLimit()) {
            LimitReached.refuse(session, client, userSession.getUser(), place);
            return;
        }
        SignOut signOut = new SignOut(session, realm);
        others.subList(0, tooMany).forEach(device -> signOut.device(device, REASON));
    }

    /** How many devices a person is signed in on, not counting this one. */
    int signedInBeside(String userId, String deviceId) {
        return signedIn(userId, deviceId).size();
    }

    boolean alive(Device device) {
        return device.signedOutAt() == null
                && store.sessions().openOf(realm.getId(), List.of(device.id())).stream()
                        .anyMatch(this::alive);
    }

    /** Longest unused first. Those that turn out to be signed out are noted as such, so that nobody has to ask again. */
    private List<Device> signedIn(String userId, String exceptId) {
        List<Device> candidates = store.devices().ofUser(realm.getId(), userId).stream()
                .filter(device -> device.signedOutAt() == null && !device.id().equals(exceptId))
                .sorted(Comparator.comparing(Device::lastSeen).thenComparing(Device::id))
                .toList();
        Map<String, List<DeviceSession>> open =
                store
                        .sessions()
                        .openOf(
                                realm.getId(),
                                candidates.stream().map(Device::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(DeviceSession::deviceId));
        List<Device> signedIn = new ArrayList<>();
        for (Device device : candidates) {
            List<DeviceSession> sessions = open.getOrDefault(device.id(), List.of());
            if (sessions.stream().anyMatch(this::alive)) {
                signedIn.add(device);
            } else {
                noteDead(device, sessions);
            }
        }
        return signedIn;
    }

    private boolean alive(DeviceSession tied) {
        return tied.startedAt().isAfter(now().minus(BEING_WRITTEN))
                || new LiveSessions(session, realm).any(tied.userSessionId());
    }

    private void noteDead(Device device, List<DeviceSession> sessions) {
        if (!sessions.isEmpty()) {
            store.sessions()
                    .ended(
                            realm.getId(),
                            sessions.stream().map(DeviceSession::userSessionId).toList(),
                            now());
        }
        store.devices().signedOut(realm.getId(), device.id(), now());
    }

    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }
}
