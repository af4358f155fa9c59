package io.keyward.benchmarks.load;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** A form whose answer may not tell who has an account, and the kinds of accounts that it could tell apart. */
enum TimingForm {
    REGISTRATION(
            "Registration",
            TimingAccount.KNOWN,
            TimingAccount.KNOWN_AGAIN,
            TimingAccount.UNPROVED,
            TimingAccount.DISABLED) {

        @Override
        URI page(URI base) {
            return FormKind.REGISTRATION.page(base);
        }

        @Override
        Map<String, String> fields(String address) {
            return FormKind.REGISTRATION.fields(address);
        }

        @Override
        boolean expected(String page) {
            return page.contains("keyward-waiting");
        }
    },
    FORGOT_PASSWORD(
            "Forgot password",
            TimingAccount.KNOWN,
            TimingAccount.KNOWN_AGAIN,
            TimingAccount.UNPROVED,
            TimingAccount.DISABLED) {

        @Override
        URI page(URI base) {
            return FormKind.FORGOT_PASSWORD.page(base);
        }

        @Override
        Map<String, String> fields(String address) {
            return FormKind.FORGOT_PASSWORD.fields(address);
        }

        @Override
        boolean expected(String page) {
            return FormKind.FORGOT_PASSWORD.accepted(page);
        }
    },
    SIGN_IN(
            "Sign-in with a wrong password",
            TimingAccount.KNOWN,
            TimingAccount.UNPROVED,
            TimingAccount.DISABLED,
            TimingAccount.LOCKED,
            TimingAccount.WITHOUT_PASSWORD) {

        @Override
        URI page(URI base) {
            return URI.create(FormKind.REGISTRATION.page(base).toString().replace("/registrations?", "/auth?"));
        }

        @Override
        Map<String, String> fields(String address) {
            return Map.of("username", address, "password", "not " + People.PASSWORD);
        }

        @Override
        boolean expected(String page) {
            return page.contains("kc-form-login");
        }
    };

    private final String title;
    private final List<TimingAccount> known;

    TimingForm(String title, TimingAccount... known) {
        this.title = title;
        this.known = List.of(known);
    }

    String title() {
        return title;
    }

    /** What is compared with {@link TimingAccount#UNKNOWN}. */
    List<TimingAccount> known() {
        return known;
    }

    abstract URI page(URI base);

    abstract Map<String, String> fields(String address);

    /** Whether this is the page that everybody gets. */
    abstract boolean expected(String page);
}
