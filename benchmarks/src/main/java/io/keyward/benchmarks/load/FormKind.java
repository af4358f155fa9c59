package io.keyward.benchmarks.load;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form that makes Keycloak send a mail. */
enum FormKind {
    REGISTRATION("registration", "Registration") {

        @Override
        URI page(URI base) {
            return URI.create(
                    base + "/realms/" + SubjectRealm.NAME + "/protocol/openid-connect/registrations?client_id="
                            + SubjectRealm.CLIENT + "&response_type=code&scope=openid&redirect_uri="
                            + URLEncoder.encode(SubjectRealm.REDIRECT, StandardCharsets.UTF_8));
        }

        @Override
        Map<String, String> fields(String address) {
            return Map.of(
                    "firstName",
                    "Pat",
                    "lastName",
                    "Person",
                    "email",
                    address,
                    "password",
                    People.PASSWORD,
                    "password-confirm",
                    People.PASSWORD);
        }

        @Override
        boolean accepted(String page) {
            return !page.contains("kc-register-form");
        }
    },
    FORGOT_PASSWORD("forgot-password", "Forgot password") {

        @Override
        URI page(URI base) {
            return URI.create(base + "/realms/" + SubjectRealm.NAME + "/login-actions/reset-credentials?client_id="
                    + SubjectRealm.CLIENT);
        }

        @Override
        Map<String, String> fields(String address) {
            return Map.of("username", address);
        }

        @Override
        boolean accepted(String page) {
            return !page.contains("kc-reset-password-form");
        }
    };

    private final String id;
    private final String title;

    FormKind(String id, String title) {
        this.id = id;
        this.title = title;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** Where the form is. */
    abstract URI page(URI base);

    abstract Map<String, String> fields(String address);

    /** Whether the page after the form is not the form again. */
    abstract boolean accepted(String page);
}
