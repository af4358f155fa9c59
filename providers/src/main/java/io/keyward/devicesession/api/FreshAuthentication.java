package io.keyward.devicesession.api;

import io.keyward.devicesession.DeviceSessionProvider;
import io.keyward.devicesession.DeviceSettings;
import io.keyward.devicesession.SignInMethod;
import java.time.Duration;
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
        // In whole seconds, as Keycloak counts max_age: whoever is sent to authenticate again is really asked.
        long now = Time.currentTime();
        boolean fresh =
                at().map(then -> Math.abs(now - then) <= allowed.toSeconds()).orElse(false);
        if (!fresh) {
            throw Problem.authenticateAgain(caller.realm(), allowed);
        }
    }

    /** Epoch seconds; nothing where nobody showed a credential, as in an exchanged token or an impersonation. */
    private Optional<Long> at() {
        UserSessionModel userSession = caller.userSession();
        String noted = userSession.getNote(AuthenticationManager.AUTH_TIME);
        if (noted != null && noted.matches("[0-9]{1,12}")) {
            return Optional.of(Long.parseLong(noted));
        }
        // Keycloak (26.7) notes no time for the password grant, whose sessions begin with the password.
        return store.sessions()
                .find(caller.realm().getId(), userSession.getId())
                .filter(known -> known.method() == SignInMethod.PASSWORD_GRANT)
                .map(known -> known.startedAt().getEpochSecond());
    }
}
