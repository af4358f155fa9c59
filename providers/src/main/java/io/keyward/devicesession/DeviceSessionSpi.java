package io.keyward.devicesession;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code keyward-device-session}; its default implementation is {@code jpa}. */
public final class DeviceSessionSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "keyward-device-session";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return DeviceSessionProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return DeviceSessionProviderFactory.class;
    }
}
