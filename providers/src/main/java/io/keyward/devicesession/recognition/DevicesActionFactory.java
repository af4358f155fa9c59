package io.keyward.devicesession.recognition;

import io.keyward.devicesession.DeviceSettings;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Offers {@link DevicesAction}; to enable it is to have Keyward look after devices in the realm. Holds the settings. */
public final class DevicesActionFactory implements RequiredActionFactory {

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new DevicesAction();
    }

    @Override
    public String getId() {
        return DeviceSettings.REQUIRED_ACTION;
    }

    @Override
    public String getDisplayText() {
        return "Keyward: devices";
    }

    @Override
    public boolean isOneTimeAction() {
        return false;
    }

    @Override
    public boolean isConfigurable() {
        return true;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return DeviceSettings.metadata();
    }

    @Override
    public void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        DeviceSettings.check(model);
    }

    @Override
    public void init(Config.Scope config) {
        // Configured per realm.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to prepare.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
