package io.keyward.it.grants;

import io.keyward.it.harness.Answer;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Goes through the pages of a sign-in, giving what each asks for, up to the redirect to the client or to the first page that
 * asks for something else.
 */
final class SignIn {

    private static final int STEPS = 30;
    private static final String LOGIN = "form#kc-form-login";
    private static final String UPDATE_EMAIL = "form#kc-update-email-form";
    private static final String UPDATE_PROFILE = "form#kc-update-profile-form";
    private static final String REVIEW_PROFILE = "form#kc-idp-review-profile-form";
    private static final String CONSENT = "form:has([name=accept])";
    private static final String CANCELLABLE = "form:has([name=cancel-aia])";

    private final Agent agent;
    private final Account account;
    private final Set<String> submitted = new HashSet<>();
    private String newAddress;
    private boolean cancelsActions;

    SignIn(Agent agent, Account account) {
        this.agent = agent;
        this.account = account;
        this.newAddress = "new." + account.person().email();
    }

    /** Types this where a page asks for an address. */
    SignIn withNewAddress(String address) {
        newAddress = address;
        return this;
    }

    /** Presses cancel where an action that the application asked for can be cancelled. */
    SignIn cancellingActions() {
        cancelsActions = true;
        return this;
    }

    Landing walk(String start) {
        String url = start;
        Answer answer = agent.get(url);
        for (int step = 0; step < STEPS; step++) {
            if (answer.status() / 100 == 3) {
                url = URI.create(url).resolve(answer.header("Location")).toString();
                if (url.startsWith(GrantClient.CALLBACK)) {
                    return Landing.atClient(url);
                }
                answer = agent.get(url);
                continue;
            }
            Page page = Page.of(url, answer);
            Submission next = next(page);
            if (next == null
                    || !submitted.add(
                            next.form() + " " + URI.create(next.action()).getPath())) {
                return Landing.on(page);
            }
            url = next.action();
            answer = agent.post(url, next.fields());
        }
        throw new AssertionError("The sign-in goes in a circle at " + url);
    }

    private Submission next(Page page) {
        if (page.waitsForProof()) {
            return null;
        }
        if (page.has(LOGIN)) {
            return submission(page, LOGIN, "username", account.username(), "password", account.password());
        }
        if (cancelsActions && page.has(CANCELLABLE)) {
            return submission(page, CANCELLABLE, "cancel-aia", "true");
        }
        if (page.has(UPDATE_EMAIL)) {
            return submission(page, UPDATE_EMAIL, "email", newAddress);
        }
        if (page.has(UPDATE_PROFILE)) {
            return profile(page, UPDATE_PROFILE);
        }
        if (page.has(REVIEW_PROFILE)) {
            return profile(page, REVIEW_PROFILE);
        }
        return page.has(CONSENT) ? submission(page, CONSENT, "accept", "Yes") : null;
    }

    private Submission profile(Page page, String form) {
        Map<String, String> known = Map.of(
                "username", account.username(),
                "email", newAddress,
                "firstName", account.person().firstName(),
                "lastName", account.person().lastName());
        Map<String, String> fields = page.fields(form);
        fields.replaceAll((name, value) -> value.isBlank() ? known.getOrDefault(name, value) : value);
        return new Submission(form, page.action(form), fields);
    }

    private static Submission submission(Page page, String form, String... values) {
        Map<String, String> fields = new LinkedHashMap<>(page.fields(form));
        for (int i = 0; i < values.length; i += 2) {
            fields.put(values[i], values[i + 1]);
        }
        return new Submission(form, page.action(form), fields);
    }

    private record Submission(String form, String action, Map<String, String> fields) {}
}
