package io.keyward.benchmarks.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A setting that may make the issue of tokens cheaper. Refresh tokens, which only Keycloak reads, are signed by HS512 whatever these say. */
enum Tuning {
    RS256 {
        @Override
        void apply(ObjectNode realm, ObjectNode client) {
            algorithm(realm, "RS256");
        }
    },
    PS256 {
        @Override
        void apply(ObjectNode realm, ObjectNode client) {
            algorithm(realm, "PS256");
        }
    },
    ES256 {
        @Override
        void apply(ObjectNode realm, ObjectNode client) {
            algorithm(realm, "ES256");
        }
    },
    EDDSA {
        @Override
        void apply(ObjectNode realm, ObjectNode client) {
            algorithm(realm, "EdDSA");
        }
    },
    /** Access tokens without what applications can ask for by introspection. */
    LIGHTWEIGHT {
        @Override
        void apply(ObjectNode realm, ObjectNode client) {
            client.withObject("/attributes").put("client.use.lightweight.access.token.enabled", "true");
        }
    },
    /** Neither name nor address nor allowed origins; roles and device stay. */
    FEW_CLAIMS {
        @Override
        void apply(ObjectNode realm, ObjectNode client) {
            List.of("basic", "roles", "device").forEach(client.withArray("/defaultClientScopes")::add);
        }
    };

    /** @param client of all workloads */
    abstract void apply(ObjectNode realm, ObjectNode client);

    /** Of access and ID tokens. Keycloak makes a key for one that has none. */
    private static void algorithm(ObjectNode realm, String name) {
        realm.put("defaultSignatureAlgorithm", name);
    }
}
