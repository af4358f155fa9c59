package io.keyward.benchmarks.load;

import java.util.Arrays;
import java.util.List;

/**
 * To what a stack of methods belongs: to the first of these that any of its methods does, so those that others call come
 * first.
 */
enum Area {
    KEYWARD("Keyward's own code, database below it included", "io.keyward."),
    PASSWORD("password hashing", "org.keycloak.credential.hash.", "org.bouncycastle.crypto.generators.Argon2"),
    SESSION_WRITES(
            "Keycloak writing sessions",
            "org.keycloak.models.sessions.infinispan.changes.",
            "org.keycloak.models.jpa.session."),
    SIGNATURES(
            "signing and verifying tokens",
            "org.keycloak.jose.",
            "org.keycloak.crypto.",
            "org.keycloak.jose.jws.",
            "java.security.Signature",
            "javax.crypto.Mac"),
    JSON("JSON", "com.fasterxml.jackson."),
    COMMIT("transactions and flushes", "com.arjuna.", "org.hibernate.internal.SessionImpl.flush", "io.narayana."),
    DATABASE("other database access", "org.hibernate.", "org.postgresql.", "io.agroal."),
    CACHES("caches", "org.infinispan.", "org.keycloak.models.cache."),
    TEMPLATES("pages", "freemarker.", "org.keycloak.forms."),
    KEYCLOAK("the rest of Keycloak", "org.keycloak."),
    HTTP("HTTP", "io.vertx.", "io.netty.", "org.jboss.resteasy.", "io.quarkus."),
    OTHER("other");

    private final String title;
    private final List<String> prefixes;

    Area(String title, String... prefixes) {
        this.title = title;
        this.prefixes = List.of(prefixes);
    }

    static Area of(List<String> methods) {
        return Arrays.stream(values())
                .filter(area -> methods.stream().anyMatch(area::has))
                .findFirst()
                .orElse(OTHER);
    }

    String title() {
        return title;
    }

    private boolean has(String method) {
        return prefixes.stream().anyMatch(method::startsWith);
    }
}
