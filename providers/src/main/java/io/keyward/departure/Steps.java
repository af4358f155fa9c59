package io.keyward.departure;

import java.util.HashSet;
import java.util.Set;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.RealmModel;

/** Looks through flows for steps of Keyward's. */
final class Steps {

    private final RealmModel realm;

    Steps(RealmModel realm) {
        this.realm = realm;
    }

    /** Whether the flow, or one within it, has a step of Keyward's; no for a flow that is not there. */
    boolean areOursIn(String flowId) {
        return flowId != null && ours(flowId, new HashSet<>());
    }

    private boolean ours(String flowId, Set<String> seen) {
        return seen.add(flowId)
                && realm.getAuthenticationExecutionsStream(flowId).toList().stream()
                        .anyMatch(step -> isOurs(step) || (step.getFlowId() != null && ours(step.getFlowId(), seen)));
    }

    private static boolean isOurs(AuthenticationExecutionModel step) {
        return step.getAuthenticator() != null && step.getAuthenticator().startsWith(Setting.OURS);
    }
}
