package io.keyward.it.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The two presets at the doors where passwords are chosen: the modern one as it ships, the classic one by one line. */
class PasswordPolicyIT {

    @RegisterExtension
    static final TestRealm modern = TestRealm.shipped();

    @RegisterExtension
    static final TestRealm classic =
            TestRealm.shipped().with(definition -> definition.put("passwordPolicy", Presets.CLASSIC));

    private final Person person = Person.ada();

    @ParameterizedTest
    @CsvSource({
        "only-14-letter, minimum length 15",
        "password1234567, too easy to guess",
        "PasswordPassword, too easy to guess",
        "123456789012345, too easy to guess",
        "qwertyuiopasdfghjkl, too easy to guess",
        "MAIL, Invalid password",
        "MAIL and some more, not contain the username",
        "TOO LONG, maximum length 256"
    })
    void theModernPresetSaysWhatIsWrong(String password, String said) {
        assertThat(register(modern, typed(password))).containsIgnoringCase(said);
        assertThat(modern.admin().findUser(person.email())).isEmpty();
    }

    /** What attackers of one place try first. */
    @ParameterizedTest
    @ValueSource(strings = {"KeywardKeyward2026", "keywardpassword1!"})
    void theNameOfTheRealmIsNoPassword(String password) {
        assertThat(register(modern, password)).containsIgnoringCase("too easy to guess");
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery staple", "fifteen letters", "пятнадцать букв", "LONGEST"})
    void theModernPresetAsksForNothingElse(String password) {
        Visitor visitor = new Visitor(modern);
        visitor.register(person.withPassword(typed(password)));
        assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Xk4-vbT, minimum length 8",
        "lower-case-1, upper case",
        "UPPER-CASE-1, lower case",
        "No-digit-here, numerical digits",
        "NoSignAtAll77, special characters",
        "Password123!, too easy to guess"
    })
    void theClassicPresetSaysWhatIsWrong(String password, String said) {
        assertThat(register(classic, password)).containsIgnoringCase(said);
    }

    @Test
    void theClassicPresetTakesEightCharactersOfFourKinds() {
        Visitor visitor = new Visitor(classic);
        visitor.register(person.withPassword("Xk4-vbTq"));
        assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
    }

    @Test
    void anAdministratorMeetsTheSameRule() {
        String id = modern.admin().createUser(person, true);
        Answer answer = modern.admin()
                .send(
                        "PUT",
                        "/users/" + id + "/reset-password",
                        Json.object().put("type", "password").put("value", "letmeinletmein1!"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("too easy to guess").doesNotContain("letmein");
    }

    @Test
    void theConsoleHasTheRuleWithAName() {
        JsonNode policies = Http.send(Http.request(modern.keyward().url() + "/admin/serverinfo")
                        .header(
                                "Authorization",
                                "Bearer " + modern.keyward().admin().token()))
                .ok()
                .json()
                .path("passwordPolicies");
        List<String> names = StreamSupport.stream(policies.spliterator(), false)
                .filter(policy -> policy.path("id").asText().equals("keyward-common-passwords"))
                .map(policy -> policy.path("displayName").asText())
                .toList();

        assertThat(names).containsExactly("Keyward: not common");
    }

    private String register(TestRealm realm, String password) {
        Visitor visitor = new Visitor(realm);
        visitor.register(person.withPassword(password));
        assertThat(visitor.page().has("#kc-register-form")).isTrue();
        return visitor.page().text();
    }

    private String typed(String password) {
        return switch (password) {
            case "TOO LONG" -> "a long sentence ".repeat(17);
            case "LONGEST" -> "a longer phrase ".repeat(15) + "and a last word.";
            default -> password.replace("MAIL", person.email());
        };
    }
}
