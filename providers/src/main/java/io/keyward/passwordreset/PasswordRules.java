package io.keyward.passwordreset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.PasswordPolicy;

/** What a realm's password policy asks of a new password, told before anything is typed. Rules without a text are left out. */
final class PasswordRules {

    private static final Map<String, String> TEXTS = texts();

    private PasswordRules() {}

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("length", "keywardRuleLength");
        texts.put("maxLength", "keywardRuleMaxLength");
        texts.put("upperCase", "keywardRuleUpperCase");
        texts.put("lowerCase", "keywardRuleLowerCase");
        texts.put("digits", "keywardRuleDigits");
        texts.put("specialChars", "keywardRuleSpecialChars");
        texts.put("notUsername", "keywardRuleNotUsername");
        texts.put("notContainsUsername", "keywardRuleNotContainsUsername");
        texts.put("notEmail", "keywardRuleNotEmail");
        texts.put("keyward-common-passwords", "keywardRuleNotCommon");
        texts.put("passwordBlacklist", "keywardRuleNotCommon");
        texts.put("passwordHistory", "keywardRuleHistory");
        return texts;
    }

    /** Each with the {@code key} of its text and the {@code number} in it. */
    static List<Map<String, Object>> of(PasswordPolicy policy) {
        List<Map<String, Object>> rules = new ArrayList<>();
        TEXTS.forEach((id, key) -> {
            boolean told = rules.stream().anyMatch(rule -> key.equals(rule.get("key")));
            if (policy.getPolicies().contains(id) && !told) {
                rules.add(Map.of("key", key, "number", number(policy, id)));
            }
        });
        return rules;
    }

    private static int number(PasswordPolicy policy, String id) {
        Object config = policy.getPolicyConfig(id);
        return config instanceof Integer number ? number : 0;
    }
}
