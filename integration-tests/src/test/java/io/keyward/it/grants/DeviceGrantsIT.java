package io.keyward.it.grants;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.AuthenticationChannel;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever way leads to a session, the session belongs to a device, and the device says how it came. */
class DeviceGrantsIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().with(Layers::namesApartFromAddresses);

    private static final String HOME = "device-grants-home";

    /** How the last sign-in of a row is told, where it is not by the password grant that the row begins with. */
    private static final Map<String, String> METHODS = Map.ofEntries(
            Map.entry("authorization code", "browser"),
            Map.entry("implicit, id_token token", "browser"),
            Map.entry("hybrid, code id_token token", "browser"),
            Map.entry("password", "password-grant"),
            Map.entry("offline refresh", "password-grant"),
            Map.entry("device", "device-grant"),
            Map.entry("CIBA", "ciba"),
            Map.entry("impersonation, then a code", "impersonation"),
            Map.entry("broker login", "identity-provider"));

    private static final AssertionIssuer issuer = new AssertionIssuer();

    private static AuthenticationDevice phone;
    private static Matrix matrix;
    private static HomeRealm home;

    @BeforeAll
    static void open() {
        matrix = Matrix.in(realm);
        issuer.install(realm.admin());
        phone = new AuthenticationDevice(AuthenticationChannel.port());
        realm.keyward()
                .admin()
                .send("POST", "", Json.object().put("realm", HOME).put("enabled", true))
                .ok();
        home = new HomeRealm(
                realm.keyward().url() + "/realms/" + HOME, realm.keyward().admin(HOME));
        home.install();
        home.serve(realm.admin(), "trusted", true, null);
    }

    @AfterAll
    static void close() {
        phone.close();
        realm.keyward().admin(HOME).delete("");
    }

    static Stream<Row> rows() {
        Rows rows = matrix.rows();
        BrokerGrant broker = new BrokerGrant(matrix.client(), home, realm.admin(), "trusted");
        return Stream.of(rows.common(), rows.special(phone, issuer), Stream.of(new Row("broker login", broker)))
                .flatMap(some -> some);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everySessionIsOnADevice(Row row) {
        Account account = matrix.accounts().proved();

        Outcome outcome = row.grant().prepare(account).go();

        assertThat(outcome.tokens()).as(outcome.end()).contains("access_token");
        List<JsonNode> devices = devices(account);
        int tied = devices.stream()
                .mapToInt(device -> device.get("sessions").size())
                .sum();
        assertThat(tied).as("sessions on devices %s", devices).isEqualTo(sessions(account));
        if (METHODS.containsKey(row.toString())) {
            assertThat(devices)
                    .extracting(device -> device.get("signedInWith").asText())
                    .contains(METHODS.get(row.toString()));
            assertThat(tied).isPositive();
        }
    }

    /** The guard refuses when the token is ready, long after the session was made. */
    @Test
    void aSignInThatIsRefusedForAnUnprovedAddressLeavesNothing() {
        Account account = matrix.accounts().unproved();

        Outcome outcome =
                new CibaGrant(matrix.client(), phone, false).prepare(account).go();

        assertThat(outcome.tokens()).as(outcome.end()).isEmpty();
        assertThat(devices(account)).isEmpty();
        assertThat(sessions(account)).isZero();
        assertThat(realm.database().rowsOfUser(account.id())).doesNotContainKey("KEYWARD_DEVICE");
    }

    private static List<JsonNode> devices(Account account) {
        List<JsonNode> devices = new ArrayList<>();
        realm.admin()
                .get("/keyward/users/" + account.id() + "/devices")
                .get("devices")
                .forEach(devices::add);
        return devices;
    }

    /** Those that Keycloak knows, online and offline. */
    private static int sessions(Account account) {
        String client = realm.admin().clientUuid(GrantClient.ID);
        return realm.admin().sessions(account.id()).size()
                + realm.admin()
                        .get("/users/" + account.id() + "/offline-sessions/" + client)
                        .size();
    }
}
