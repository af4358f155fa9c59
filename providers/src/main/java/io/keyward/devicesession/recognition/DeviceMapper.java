package io.keyward.devicesession.recognition;

import io.keyward.devicesession.Device;
import io.keyward.devicesession.DeviceSessionProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenResponseMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.TokenIntrospectionTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.IDToken;

/**
 * Puts the device into tokens: {@code device_id}, and where the administrator wants them {@code device_name} and
 * {@code device_type}, which cost a read of one row. No claim for a session without a device.
 */
public final class DeviceMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper,
                OIDCIDTokenMapper,
                UserInfoTokenMapper,
                TokenIntrospectionTokenMapper,
                OIDCAccessTokenResponseMapper {

    private static final String WITH_NAME = "device.name";
    private static final String WITH_TYPE = "device.type";

    @Override
    public String getId() {
        return "keyward-device-mapper";
    }

    @Override
    public String getDisplayType() {
        return "Device (Keyward)";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "Says on which device the user is signed in: device_id, and if wanted device_name and device_type.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>(ProviderConfigurationBuilder.create()
                .property()
                .name(WITH_NAME)
                .label("Name of the device")
                .helpText("Adds device_name, which the user may have chosen. Costs a read for each token.")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue(false)
                .add()
                .property()
                .name(WITH_TYPE)
                .label("Type of the device")
                .helpText("Adds device_type: desktop, mobile or other. Costs a read for each token.")
                .type(ProviderConfigProperty.BOOLEAN_TYPE)
                .defaultValue(false)
                .add()
                .build());
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, DeviceMapper.class);
        return properties;
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        claims(mapper, userSession, session, context, token.getOtherClaims()::put);
    }

    @Override
    protected void setClaim(
            AccessTokenResponse response,
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context) {
        claims(mapper, userSession, session, context, response.getOtherClaims()::put);
    }

    private static void claims(
            ProtocolMapperModel mapper,
            UserSessionModel userSession,
            KeycloakSession session,
            ClientSessionContext context,
            BiConsumer<String, Object> claims) {
        RealmModel realm = session.getContext().getRealm();
        String id = new DeviceTie(session, realm)
                .of(userSession, context.getClientSession().getClient());
        if (id == null) {
            return;
        }
        claims.accept("device_id", id);
        boolean name = wants(mapper, WITH_NAME);
        boolean type = wants(mapper, WITH_TYPE);
        if (name || type) {
            session.getProvider(DeviceSessionProvider.class)
                    .devices()
                    .findById(realm.getId(), id)
                    .ifPresent(device -> describe(device, name, type, claims));
        }
    }

    private static void describe(Device device, boolean name, boolean type, BiConsumer<String, Object> claims) {
        if (name) {
            claims.accept("device_name", device.title());
        }
        if (type) {
            claims.accept("device_type", device.display().type().word());
        }
    }

    private static boolean wants(ProtocolMapperModel mapper, String claim) {
        return "true".equals(mapper.getConfig().get(claim));
    }
}
