package io.keyward.it.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.Browsers;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every field for a password, on every page that has one. */
class PasswordFieldsIT {

    private static final String PASTED = "correct horse battery staple";

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @RegisterExtension
    final Browsers browsers = new Browsers();

    private final Person person = Person.ada();

    @Test
    void hideWhatIsTypedAndTakeWhatIsPasted() {
        realm.admin().createProvedUser(person);
        new Visitor(realm).forgot(person.email());
        String link = realm.mailbox().next(person.email()).link();
        for (String url :
                List.of(realm.authorization().url(), realm.authorization().registrationUrl(), link)) {
            var page = browsers.open();
            page.navigate(url);
            var fields = page.locator("input[name*=password]");
            assertThat(fields.count()).as(url).isPositive();
            for (int i = 0; i < fields.count(); i++) {
                var field = fields.nth(i);
                assertThat(field.getAttribute("type")).isEqualTo("password");
                assertThat(field.getAttribute("autocomplete")).isIn("current-password", "new-password");
                field.focus();
                // What a password manager does, and what Ctrl-V does.
                page.keyboard().insertText(PASTED);
                assertThat(field.inputValue()).isEqualTo(PASTED);
                assertThat((Boolean) field.evaluate("field => field.dispatchEvent(new ClipboardEvent('paste',"
                                + " {bubbles: true, cancelable: true, clipboardData: new DataTransfer()}))"))
                        .as("a paste that no script forbids")
                        .isTrue();
            }
        }
    }
}
