package io.keyward.devicesession;

import org.keycloak.provider.ProviderFactory;

/**
 * Makes the provider of one session. A store also cleans up when users, clients and realms go, and forgets what is older than
 * its retention.
 */
public interface DeviceSessionProviderFactory extends ProviderFactory<DeviceSessionProvider> {}
