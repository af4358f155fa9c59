package io.keyward.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.HttpBrowser.HtmlPage;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import io.keyward.it.harness.Visitor;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People change their own address where the account console sends them to, and prove the new one. */
class ChangeAddressIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    private final Person person = Person.ada();
    private final Person moved = person.withEmail("moved." + person.email());
    private final Visitor visitor = new Visitor(realm);
    private String id;

    @BeforeEach
    void signedUp() {
        id = realm.admin().createProvedUser(person);
    }

    @Test
    void theNewAddressIsProvedBeforeTheNextToken() {
        changeAddress();
        assertThat(visitor.waits()).as(visitor.page().text()).isTrue();
        assertThat(realm.direct().password(moved.email(), person.password()).holdsNoToken())
                .isTrue();

        visitor.enterCode(realm.mailbox().next(moved.email()).code());

        assertThat(visitor.signedIn()).as(visitor.page().text()).isTrue();
        TokenAnswer tokens = visitor.tokens();
        assertThat(tokens.claims().path("email").asText()).isEqualTo(moved.email());
        assertThat(tokens.claims().path("preferred_username").asText())
                .as("the address is the name that one signs in with")
                .isEqualTo(moved.email());
        JsonNode proofs = realm.admin().proofs(id);
        assertThat(proofs).hasSize(2);
        assertThat(proofs.get(0).path("address").asText()).isEqualTo(moved.email());
        assertThat(proofs.get(0).hasNonNull("voidedAt")).isFalse();
        assertThat(proofs.get(1).path("voidReason").asText()).isEqualTo("address-changed");
    }

    @Test
    void goingBackToTheOldAddressDoesNotReviveItsProof() {
        changeAddress();
        realm.admin()
                .changeUser(
                        id,
                        user -> user.put("email", person.email())
                                .put("username", person.email())
                                .put("emailVerified", true));

        assertThat(realm.direct().password(person.email(), person.password()).error())
                .isEqualTo("invalid_grant");
    }

    private void changeAddress() {
        visitor.browser().open(visitor.authorization().url() + "&kc_action=UPDATE_EMAIL");
        visitor.browser()
                .submit(
                        visitor.page().one("#kc-form-login"),
                        Map.of("username", person.email(), "password", person.password()));
        HtmlPage form = visitor.page();
        visitor.browser().submit(form.one("#kc-update-email-form"), Map.of("email", moved.email()));
    }
}
