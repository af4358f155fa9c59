package io.keyward.benchmarks.load;

import java.net.http.HttpResponse;

/** What somebody asks of a realm without changing anything; all but the first about a session. */
enum Question {
    /** The ceiling of Keycloak's HTTP stack: no session, no database, no signature. */
    WELL_KNOWN("/.well-known/openid-configuration", "nothing") {
        @Override
        boolean answered(HttpResponse<String> answer) {
            return answer.body().contains("introspection_endpoint");
        }
    },
    USERINFO("/protocol/openid-connect/userinfo", "bearer") {
        @Override
        boolean answered(HttpResponse<String> answer) {
            return answer.body().contains("\"sub\":");
        }
    },
    INTROSPECTION("/protocol/openid-connect/token/introspect", "introspection") {
        @Override
        boolean answered(HttpResponse<String> answer) {
            return answer.body().contains("\"active\":true");
        }
    },
    CHECK_BY_COOKIE("/keyward/auth/check", "cookie") {
        @Override
        boolean answered(HttpResponse<String> answer) {
            return checked(answer);
        }
    },
    CHECK_BY_BEARER("/keyward/auth/check", "bearer") {
        @Override
        boolean answered(HttpResponse<String> answer) {
            return checked(answer);
        }
    };

    private final String path;
    private final String sent;

    Question(String path, String sent) {
        this.path = path;
        this.sent = sent;
    }

    /** Below the realm. */
    String path() {
        return path;
    }

    /** What goes along, in the words of the script {@code ask.lua}. */
    String sent() {
        return sent;
    }

    /** Whether an answer with status 200 says what it should. */
    abstract boolean answered(HttpResponse<String> answer);

    private static boolean checked(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Auth-User").isPresent();
    }
}
