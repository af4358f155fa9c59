package io.keyward.departure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ClientPoliciesRepresentation;
import org.keycloak.representations.idm.ClientPolicyRepresentation;
import org.keycloak.representations.idm.ClientProfileRepresentation;
import org.keycloak.representations.idm.ClientProfilesRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyException;

/** Client profiles with an executor of Keyward's, and what refers to them. Both are remembered as a whole. */
final class ClientPolicies implements Setting {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeycloakSession session;
    private final RealmModel realm;

    ClientPolicies(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public String word() {
        return "client-policies";
    }

    @Override
    public Optional<JsonNode> leave() {
        try {
            ClientProfilesRepresentation profiles = session.clientPolicy().getClientProfiles(realm, false);
            ClientPoliciesRepresentation policies = session.clientPolicy().getClientPolicies(realm, false);
            Set<String> ours = new HashSet<>();
            profiles.getProfiles().stream()
                    .filter(ClientPolicies::isOurs)
                    .forEach(profile -> ours.add(profile.getName()));
            if (ours.isEmpty()) {
                return Optional.empty();
            }
            ObjectNode before = JsonNodeFactory.instance.objectNode();
            before.set("profiles", JSON.valueToTree(profiles));
            before.set("policies", JSON.valueToTree(policies));
            policies.getPolicies().forEach(policy -> without(policy, ours));
            session.clientPolicy().updateClientPolicies(realm, policies);
            profiles.setProfiles(profiles.getProfiles().stream()
                    .filter(profile -> !ours.contains(profile.getName()))
                    .toList());
            session.clientPolicy().updateClientProfiles(realm, profiles);
            return Optional.of(before);
        } catch (ClientPolicyException e) {
            throw new IllegalStateException(
                    "The client policies of realm " + realm.getName() + " cannot be changed", e);
        }
    }

    @Override
    public void comeBack(JsonNode before) {
        try {
            session.clientPolicy()
                    .updateClientProfiles(
                            realm,
                            JSON.readerFor(ClientProfilesRepresentation.class).readValue(before.get("profiles")));
            session.clientPolicy()
                    .updateClientPolicies(
                            realm,
                            JSON.readerFor(ClientPoliciesRepresentation.class).readValue(before.get("policies")));
        } catch (ClientPolicyException e) {
            throw new IllegalStateException(
                    "The client policies of realm " + realm.getName() + " cannot be changed", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A policy of which nothing is left does nothing. */
    private static void without(ClientPolicyRepresentation policy, Set<String> ours) {
        List<String> kept = policy.getProfiles() == null
                ? List.of()
                : policy.getProfiles().stream()
                        .filter(name -> !ours.contains(name))
                        .toList();
        policy.setProfiles(kept);
        if (kept.isEmpty()) {
            policy.setEnabled(false);
        }
    }

    private static boolean isOurs(ClientProfileRepresentation profile) {
        return profile.getExecutors() != null
                && profile.getExecutors().stream()
                        .anyMatch(executor -> executor.getExecutorProviderId().startsWith(OURS));
    }
}
