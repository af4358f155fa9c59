package io.keyward.devicesession;

import org.keycloak.provider.Provider;

/**
 * Where devices, their sessions and the refresh chains are kept. Every implementation keeps the promises of the three stores,
 * on one node or many. All methods take part in the transaction of the Keycloak session. Times are milliseconds of the wall
 * clock as {@link org.keycloak.common.util.Time} tells it. Ids that no store ever made, however long or odd, are not found.
 */
public interface DeviceSessionProvider extends Provider {

    /** The devices of people. */
    DeviceStore devices();

    /** Which user session belongs to which device. */
    DeviceSessionStore sessions();

    /** How far each line of refresh tokens has come. */
    RefreshChainStore chains();

    /** Deletes everything about a user. */
    void removeUser(String realmId, String userId);

    /** Deletes the refresh chains of a client and forgets that sign-ins were at it. */
    void removeClient(String realmId, String clientId);

    /** Deletes everything about a realm. */
    void removeRealm(String realmId);
}
