package io.keyward.devicesession.signout;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** Asks Keycloak whether sessions are alive. A session is, if a person could go on with it: refresh, or sign in by its cookie. */
public final class LiveSessions {

    private final KeycloakSession session;
    private final RealmModel realm;

    public LiveSessions(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** The live online session and the live offline session of one id: none, one or both. */
    public List<UserSessionModel> of(String userSessionId) {
        return there(userSessionId).filter(this::alive).toList();
    }

    /** Whether there is a live session of this id, online or offline. */
    public boolean any(String userSessionId) {
        return there(userSessionId).anyMatch(this::alive);
    }

    /** Whether Keycloak has a session of this id at all. One that is not alive may be again, when its user is enabled again. */
    public boolean stored(String userSessionId) {
        return there(userSessionId).findAny().isPresent();
    }

    /** All live sessions of a person, online and offline. A query for each of the two kinds, however many there are. */
    public List<UserSessionModel> ofUser(UserModel user) {
        return Stream.concat(
                        session.sessions().getUserSessionsStream(realm, user),
                        session.sessions().getOfflineUserSessionsStream(realm, user))
                .filter(this::alive)
                .toList();
    }

    /** What Keycloak has of this id, online and offline, alive or about to be cleaned up. */
    Stream<UserSessionModel> there(String userSessionId) {
        UserSessionModel online = session.sessions().getUserSession(realm, userSessionId);
        UserSessionModel offline = session.sessions().getOfflineUserSession(realm, userSessionId);
        return Stream.of(online, offline).filter(found -> found != null);
    }

    private boolean alive(UserSessionModel candidate) {
        UserModel user = candidate.getUser();
        return user != null
                && user.isEnabled()
                && AuthenticationManager.isSessionValid(realm, candidate)
                && candidate.getStarted() >= realm.getNotBefore()
                && candidate.getStarted() >= session.users().getNotBeforeOfUser(realm, user);
    }
}
