package io.keyward.mailoutbox;

import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** The SPI {@code keyward-mail-outbox}; its default implementation is {@code jpa}. */
public final class MailOutboxSpi implements Spi {

    @Override
    public boolean isInternal() {
        return false;
    }

    @Override
    public String getName() {
        return "keyward-mail-outbox";
    }

    @Override
    public Class<? extends Provider> getProviderClass() {
        return OutboxProvider.class;
    }

    @Override
    public Class<? extends ProviderFactory> getProviderFactoryClass() {
        return OutboxProviderFactory.class;
    }
}
