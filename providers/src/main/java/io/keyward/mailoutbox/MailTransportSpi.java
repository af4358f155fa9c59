package io.keyward.mailoutbox;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code keyward-mail-transport}; its default implementation is {@code smtp}. */
public final class MailTransportSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "keyward-mail-transport";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return MailTransportProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return MailTransportProviderFactory.class;
    }
}
