package io.keyward.sessionapi;

import java.util.List;
import java.util.Map;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * Lets a client use the session API and holds its settings: the one form that the admin console has for settings of a provider
 * at a client. It puts nothing into tokens. Wrong values are refused when an administrator saves them.
 */
public final class SessionApiMapper extends AbstractOIDCProtocolMapper {

    /** The provider id. */
    public static final String ID = "keyward-session-api";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Session API (Keyward)";
    }

    @Override
    public String getDisplayCategory() {
        return "Session API";
    }

    @Override
    public String getHelpText() {
        return "Lets this client use the session API: JSON endpoints with HTTP-only cookies. Adds no claim to tokens. Delete it to"
                + " switch the API off. People may sign in by password only if \"Direct access grants\" is on.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ClientOptions.metadata();
    }

    @Override
    public void validateConfig(
            KeycloakSession session,
            RealmModel realm,
            ProtocolMapperContainerModel container,
            ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        if (!(container instanceof ClientModel client)) {
            throw refused(
                    "The session API is switched on at a client itself, not in a client scope that clients share.");
        }
        if (client.isBearerOnly()) {
            throw refused("A client that is bearer-only signs nobody in.");
        }
        boolean second = client.getProtocolMapperByType(ID).stream()
                .anyMatch(other -> !other.getId().equals(mapper.getId()));
        if (second) {
            throw refused("This client has the session API already.");
        }
        List<String> complaints = ClientOptions.complaints(config(mapper));
        if (!complaints.isEmpty()) {
            throw refused(String.join(" ", complaints));
        }
    }

    /** With the defaults, so that the console shows what holds. */
    @Override
    public ProtocolMapperModel getEffectiveModel(
            KeycloakSession session, RealmModel realm, ProtocolMapperModel mapper) {
        // A copy: the one that comes is the cache's.
        ProtocolMapperModel effective = new ProtocolMapperModel(mapper);
        effective.setConfig(ClientOptions.effective(config(mapper)));
        return effective;
    }

    private static Map<String, String> config(ProtocolMapperModel mapper) {
        return mapper.getConfig() == null ? Map.of() : mapper.getConfig();
    }

    /** Keycloak looks the key up among the console's texts, and says the message itself where there is none. */
    private static ProtocolMapperConfigException refused(String message) {
        return new ProtocolMapperConfigException(message, ID);
    }
}
