package io.keyward.passwordpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;
import org.keycloak.policy.PasswordPolicyProvider;

final class PasswordRulesTest {

    @Test
    void theShippedPolicyIsThreeRules() {
        assertThat(PasswordRules.of(realm(
                        "length(15) and maxLength(256) and keyward-common-passwords(undefined) and notUsername(undefined)"
                                + " and notContainsUsername(undefined) and notEmail(undefined)",
                        true)))
                .containsExactly(
                        rule("keywardRuleLengths", 15, 256, "length:15 maxLength:256"),
                        rule("keywardRuleNotContainsEmail", 0, 0, "notContainsUsername:0 notUsername:0 notEmail:0"),
                        rule("keywardRuleNotCommon", 0, 0, "keyward-common-passwords:0"));
    }

    @ParameterizedTest
    @CsvSource({
        "length(8), true, keywardRuleLength, length:8",
        "maxLength(64), true, keywardRuleMaxLength, maxLength:64",
        "digits(2), true, keywardRuleDigits, digits:2",
        "notUsername(undefined), true, keywardRuleNotEmail, notUsername:0",
        "notUsername(undefined), false, keywardRuleNotUsername, notUsername:0",
        "notContainsUsername(undefined), false, keywardRuleNotContainsUsername, notContainsUsername:0",
        "notEmail(undefined), false, keywardRuleNotEmail, notEmail:0",
        "passwordBlacklist(list.txt), true, keywardRuleNotCommon, passwordBlacklist:0",
        "passwordHistory(3), true, keywardRuleHistory, passwordHistory:3"
    })
    void eachHasItsSentence(String policy, boolean addressIsUsername, String key, String checks) {
        assertThat(PasswordRules.of(realm(policy, addressIsUsername)))
                .singleElement()
                .satisfies(rule -> assertThat(rule).containsEntry("key", key).containsEntry("checks", checks));
    }

    @Test
    void whatHasNoSentenceIsLeftOut() {
        assertThat(PasswordRules.of(realm("hashAlgorithm(argon2) and regexPattern(x) and hashIterations(5)", true)))
                .isEmpty();
        assertThat(PasswordRules.of(realm("", true))).isEmpty();
    }

    private static Map<String, Object> rule(String key, int number, int other, String checks) {
        return Map.of("key", key, "number", number, "other", other, "checks", checks);
    }

    private static RealmModel realm(String policy, boolean addressIsUsername) {
        PasswordPolicyProvider numbers = answering(PasswordPolicyProvider.class, Map.of());
        KeycloakSession session = answering(KeycloakSession.class, Map.of("getProvider", numbers));
        return answering(
                RealmModel.class,
                Map.of(
                        "getPasswordPolicy",
                        PasswordPolicy.parse(session, policy),
                        "isRegistrationEmailAsUsername",
                        addressIsUsername));
    }

    /** Policies that count know a number, the others something else or nothing. */
    private static <T> T answering(Class<T> type, Map<String, ?> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, args) -> method.getName().equals("parseConfig")
                        ? config((String) args[0])
                        : answers.get(method.getName())));
    }

    private static Object config(String value) {
        return value.matches("\\d+") ? (Object) Integer.valueOf(value) : value;
    }
}
