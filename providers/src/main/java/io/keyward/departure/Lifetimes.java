package io.keyward.departure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.util.Optional;
import org.keycloak.models.RealmModel;

/**
 * <em>Client Session Idle</em> longer than <em>SSO Session Idle</em> spares writes while Keyward sees to how long tokens last (ADR
 * 9). Plain Keycloak makes refresh tokens last as long as it says.
 */
final class Lifetimes implements Setting {

    private final RealmModel realm;

    Lifetimes(RealmModel realm) {
        this.realm = realm;
    }

    @Override
    public String word() {
        return "client-session-idle";
    }

    @Override
    public Optional<JsonNode> leave() {
        int before = realm.getClientSessionIdleTimeout();
        if (before <= realm.getSsoSessionIdleTimeout()) {
            return Optional.empty();
        }
        realm.setClientSessionIdleTimeout(0);
        return Optional.of(IntNode.valueOf(before));
    }

    @Override
    public void comeBack(JsonNode before) {
        realm.setClientSessionIdleTimeout(before.asInt());
    }
}
