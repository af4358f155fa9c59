package io.keyward.it.mails;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.devices.Admins;
import io.keyward.it.devices.Member;
import io.keyward.it.harness.Answer;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All endpoints on mails by all kinds of callers: who gets what, and who sees whom. */
@Tag("long")
class MailAdminAccessIT {

    /** No mail leaves it: the port is closed. */
    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped().with(MailAdminAccessIT::deadServer);

    @RegisterExtension
    static final TestRealm otherRealm = TestRealm.shipped();

    private static final List<String> WAITING = List.of("queued", "sending", "retrying");
    private static final Person ADA = Person.ada();
    private static final Map<Caller, String> TOKENS = new EnumMap<>(Caller.class);
    private static MailApi mails;
    private static String user;

    /** A call at {@code /admin/realms/{realm}/keyward/mails}; {@code {id}} is a mail to Ada that waits. */
    private enum Call {
        COUNTS("GET", "/counts"),
        LIST("GET", "?max=200"),
        LIST_OF_USER("GET", "?user={user}"),
        ONE("GET", "/{id}"),
        RESEND("POST", "/{id}/resend"),
        RESEND_ALL("POST", "/resend"),
        CANCEL("POST", "/{id}/cancel");

        private final String method;
        private final String path;

        Call(String method, String path) {
            this.method = method;
            this.path = path;
        }

        boolean changes() {
            return method.equals("POST");
        }

        Answer by(String token, String mail) {
            return new Admins(realm)
                    .send(
                            token,
                            method,
                            "/keyward/mails" + path.replace("{id}", mail).replace("{user}", user));
        }
    }

    /** Who asks; what they may do. */
    private enum Caller {
        NOBODY(401),
        GARBAGE(401),
        PERSON(403),
        SERVICE_ACCOUNT(403),
        ADMIN_OF_OTHER_REALM(403),
        VIEW_CLIENTS(403, "view-clients"),
        VIEW_USERS(403, "view-users"),
        MANAGE_USERS(403, "manage-users"),
        VIEW_EVENTS(403, "view-events"),
        VIEW_REALM("view-realm"),
        VIEW_REALM_AND_QUERY_USERS("view-realm", "query-users"),
        VIEW_REALM_AND_USERS("view-realm", "view-users"),
        MANAGE_REALM("manage-realm"),
        MANAGE_REALM_AND_VIEW_USERS("manage-realm", "view-users"),
        REALM_ADMIN("realm-admin"),
        MASTER_ADMIN;

        private final int refusal;
        private final String[] roles;

        Caller(int refusal, String... roles) {
            this.refusal = refusal;
            this.roles = roles;
        }

        Caller(String... roles) {
            this(0, roles);
        }

        boolean changes() {
            return Stream.of(MANAGE_REALM, MANAGE_REALM_AND_VIEW_USERS, REALM_ADMIN, MASTER_ADMIN)
                    .anyMatch(this::equals);
        }

        boolean seesPersons() {
            return Stream.of(VIEW_REALM_AND_USERS, MANAGE_REALM_AND_VIEW_USERS, REALM_ADMIN, MASTER_ADMIN)
                    .anyMatch(this::equals);
        }

        int status(Call call) {
            if (refusal != 0) {
                return refusal;
            }
            if (call.changes()) {
                return !changes() ? 403 : call == Call.RESEND_ALL ? 200 : 204;
            }
            return call == Call.LIST_OF_USER && !seesPersons() ? 403 : 200;
        }
    }

    @BeforeAll
    static void everybodySignsIn() {
        mails = new MailApi(realm);
        user = realm.admin().createProvedUser(ADA);
        Admins admins = new Admins(realm);
        for (Caller caller : Caller.values()) {
            TOKENS.put(
                    caller,
                    switch (caller) {
                        case NOBODY -> null;
                        case GARBAGE -> "garbage";
                        case PERSON -> Member.of(realm).signIn("openid").accessToken();
                        case SERVICE_ACCOUNT ->
                            realm.direct()
                                    .token(Map.of("grant_type", "client_credentials"))
                                    .accessToken();
                        case ADMIN_OF_OTHER_REALM -> {
                            Admins others = new Admins(otherRealm);
                            yield others.token(others.withRoles("realm-admin"));
                        }
                        case MASTER_ADMIN -> null;
                        default -> admins.token(admins.withRoles(caller.roles));
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(Caller.class)
    void whoMayDoWhat(Caller caller) {
        for (Call call : Call.values()) {
            String mail = waiting();
            Answer answer = call.by(token(caller), mail);

            assertThat(answer.status()).as("%s by %s", call, caller).isEqualTo(caller.status(call));
            assertThat(answer.body().contains(ADA.email()))
                    .as("address in %s by %s", call, caller)
                    .isEqualTo(call == Call.ONE && caller.seesPersons());
            assertThat(answer.body().contains(user))
                    .as("user in %s by %s", call, caller)
                    .isEqualTo(caller.seesPersons() && !call.changes() && call != Call.COUNTS);
            assertThat(mails.status(mail))
                    .as("after %s by %s", call, caller)
                    .isIn(call == Call.CANCEL && caller.changes() ? List.of("failed") : WAITING);
        }
    }

    /** The token of the server's administrator does not last as long as the test. */
    private static String token(Caller caller) {
        return caller == Caller.MASTER_ADMIN ? realm.keyward().admin().token() : TOKENS.get(caller);
    }

    private static String waiting() {
        String mail = mails.tell(user);
        mails.putOff(mail);
        return mail;
    }

    private static void deadServer(ObjectNode definition) {
        definition.put("accessTokenLifespan", 3_600);
        definition.withObject("/smtpServer").put("port", "1");
    }
}
