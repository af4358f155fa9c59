package io.keyward.it.grants;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.AuthenticationChannel;
import io.keyward.it.harness.TestRealm;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person approved for a device or an application, which has not come for its tokens when the password changes. */
class EndedApprovalsIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().with(Layers::namesApartFromAddresses);

    private static AuthenticationDevice phone;
    private static Matrix matrix;

    @BeforeAll
    static void open() {
        matrix = Matrix.in(realm);
        phone = new AuthenticationDevice(AuthenticationChannel.port());
    }

    @AfterAll
    static void close() {
        phone.close();
    }

    @Test
    void ciba() {
        approvalEnds(new CibaGrant(matrix.client(), phone, true));
    }

    @Test
    void device() {
        approvalEnds(new DeviceGrant(matrix.client(), true));
    }

    private static void approvalEnds(Grant grant) {
        Account others = matrix.accounts().proved();
        Account account = matrix.accounts().proved();
        Grant.Attempt undisturbed = grant.prepare(others);
        Grant.Attempt attempt = grant.prepare(account);

        realm.admin().setPassword(account.id(), "Another-Battery-Staple-9");

        Outcome outcome = attempt.go();
        assertThat(outcome.tokens()).as(outcome.end()).isEmpty();
        assertThat(realm.admin().sessions(account.id())).isEmpty();
        Outcome other = undisturbed.go();
        assertThat(other.tokens()).as(other.end()).contains("access_token");
    }
}
