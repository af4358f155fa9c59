package io.keyward.passwordpolicy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;

/**
 * What a realm's password policy asks of a new password, in sentences, told before anything is typed. What people would read as
 * one rule is one: a shortest and a longest length, or a username that is the address. Policies without a text, such as a
 * pattern, are left out; {@link PasswordCheck} knows them.
 */
public final class PasswordRules {

    private static final String LENGTH = "length";
    private static final String MAX_LENGTH = "maxLength";
    private static final Map<String, String> COUNTED = counted();
    private static final List<String> COMMON = List.of(CommonPasswordsPolicyProviderFactory.ID, "passwordBlacklist");

    private final PasswordPolicy policy;
    private final List<Map<String, Object>> rules = new ArrayList<>();

    private PasswordRules(RealmModel realm) {
        this.policy = realm.getPasswordPolicy();
        lengths();
        COUNTED.forEach((id, key) -> told(key, number(id), 0, id));
        names(realm.isRegistrationEmailAsUsername());
        told("keywardRuleNotCommon", 0, 0, COMMON.toArray(String[]::new));
        told("keywardRuleHistory", number("passwordHistory"), 0, "passwordHistory");
    }

    /**
     * The rules in the order in which they are told. Each has the {@code key} of its text with the {@code number} and the
     * {@code other} number in it, and {@code checks}: the policies behind it, such as {@code length:15 maxLength:256}.
     */
    public static List<Map<String, Object>> of(RealmModel realm) {
        return new PasswordRules(realm).rules;
    }

    private static Map<String, String> counted() {
        Map<String, String> counted = new LinkedHashMap<>();
        counted.put("upperCase", "keywardRuleUpperCase");
        counted.put("lowerCase", "keywardRuleLowerCase");
        counted.put("digits", "keywardRuleDigits");
        counted.put("specialChars", "keywardRuleSpecialChars");
        return counted;
    }

    private void lengths() {
        if (has(LENGTH) && has(MAX_LENGTH)) {
            told("keywardRuleLengths", number(LENGTH), number(MAX_LENGTH), LENGTH, MAX_LENGTH);
        } else {
            told("keywardRuleLength", number(LENGTH), 0, LENGTH);
            told("keywardRuleMaxLength", number(MAX_LENGTH), 0, MAX_LENGTH);
        }
    }

    /** To contain the username is to be it, too. People who sign in with their address do not know that they have a username. */
    private void names(boolean addressIsUsername) {
        boolean contained = has("notContainsUsername");
        if (addressIsUsername) {
            told(
                    contained ? "keywardRuleNotContainsEmail" : "keywardRuleNotEmail",
                    0,
                    0,
                    "notContainsUsername",
                    "notUsername",
                    "notEmail");
        } else {
            told(
                    contained ? "keywardRuleNotContainsUsername" : "keywardRuleNotUsername",
                    0,
                    0,
                    "notContainsUsername",
                    "notUsername");
            told("keywardRuleNotEmail", 0, 0, "notEmail");
        }
    }

    private void told(String key, int number, int other, String... ids) {
        String checks = Stream.of(ids)
                .filter(this::has)
                .map(id -> id + ":" + number(id))
                .collect(Collectors.joining(" "));
        if (!checks.isEmpty()) {
            rules.add(Map.of("key", key, "number", number, "other", other, "checks", checks));
        }
    }

    private boolean has(String id) {
        return policy.getPolicies().contains(id);
    }

    private int number(String id) {
        Object config = has(id) ? policy.getPolicyConfig(id) : null;
        return config instanceof Integer number ? number : 0;
    }
}
