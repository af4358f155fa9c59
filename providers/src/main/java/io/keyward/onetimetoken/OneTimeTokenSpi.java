package io.keyward.onetimetoken;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code keyward-one-time-token}; its default implementation is {@code jpa}. */
public final class OneTimeTokenSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "keyward-one-time-token";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return OneTimeTokenProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return OneTimeTokenProviderFactory.class;
    }
}
