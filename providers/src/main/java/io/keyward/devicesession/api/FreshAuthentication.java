package io.keyward.devicesession.api;

import io.keyward.devicesession.DeviceSession;
import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.DeviceSettings;
import io.keyward.devicesession.SignInMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** Whether a person has authenticated a short while ago, in the session that the token belongs to. */
final class FreshAuthentication {

    private final Caller caller;
    private final DeviceSessionProvider store;

    FreshAuthentication(Caller caller, DeviceSessionProvider store) {
        this.caller = caller;
        this.store = store;
    }

    /** 401 with a challenge that names the greatest age allowed, unless it is so. */
    void require() {
        Duration allowed = DeviceSettings.of(caller.realm()).freshAuthentication();
        Instant now = Instant.ofEpochMilli(Time.currentTimeMillis());
        boolean fresh = at().map(then -> Duration.between(then, now).abs().compareTo(allowed) <= 0)
                .orElse(false);
        if (!fresh) {
            throw Problem.authenticateAgain(caller.realm(), allowed);
        }
    }

    /** Nothing where nobody showed a credential, as in an exchanged token or an impersonation. */
    private Optional<Instant> at() {
        UserSessionModel userSession = caller.userSession();
        String noted = userSession.getNote(AuthenticationManager.AUTH_TIME);
        if (noted != null && noted.matches("[0-9]{1,12}")) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(noted)));
        }
        // Keycloak (26.7) notes no time for the password grant, whose sessions begin with the password.
        return store.sessions()
                .find(caller.realm().getId(), userSession.getId())
                .filter(known -> known.method() == SignInMethod.PASSWORD_GRANT)
                .map(DeviceSession::startedAt);
    }
}
