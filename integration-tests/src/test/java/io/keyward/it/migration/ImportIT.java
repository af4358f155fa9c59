package io.keyward.it.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.Visitor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** People of another system come in with what they had there. */
class ImportIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @TempDir
    Path folder;

    private final OldTable table = new OldTable();
    private ImportTool tool;

    @BeforeEach
    void tool() {
        tool = new ImportTool(realm.keyward(), realm.name(), folder);
    }

    @Test
    void aVerifiedPersonSignsInWithTheOldPasswordAndNeedsNoProof() throws Exception {
        String id = "0b9e6f1c-2d7c-4e0f-8c11-" + UUID.randomUUID().toString().substring(24);
        bringIn(table.add(id, "ada", "user", "t"), "1 users: 1 added, 0 there from an earlier run, 0 left out");

        JsonNode user = realm.admin().user(table.address("ada"));
        assertThat(user.path("id").asText())
                .as("the id that the application knows")
                .isEqualTo(id);
        assertThat(user.path("firstName").asText()).isEqualTo("ada Old");
        assertThat(user.path("createdTimestamp").asLong()).isEqualTo(1_558_080_000_000L);
        assertThat(methods(id)).containsExactly("imported");
        assertThat(realm.database().count("select count(*) from user_attribute where user_id = ?", id))
                .as("the mark is gone")
                .isZero();
        assertThat(algorithm(id)).isEqualTo("bcrypt");
        assertThat(realm.database()
                        .strings(
                                "select representation from admin_event_entity where resource_path = ?", "users/" + id))
                .as("what Keycloak keeps of it as an event")
                .singleElement()
                .asString()
                .contains(table.address("ada"))
                .doesNotContain(OldTable.HASH);

        assertThat(signIn("ada", "U*V")).isEqualTo(400);
        var tokens = realm.direct().password(table.address("ada"), OldTable.PASSWORD);
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.realmRoles()).contains("user").doesNotContain("admin");
        assertThat(algorithm(id)).as("hashed anew as the realm wants it").isEqualTo("argon2");
        assertThat(signIn("ada", OldTable.PASSWORD)).isEqualTo(200);

        Visitor visitor = new Visitor(realm);
        visitor.signIn(table.address("ada"), OldTable.PASSWORD);
        assertThat(visitor.signedIn()).isTrue();
    }

    @Test
    void anUnverifiedPersonProvesTheAddressAtTheFirstSignIn() throws Exception {
        bringIn(table.add("7", "bob", "user", "f"), "1 users: 1 added, 0 there from an earlier run, 0 left out");
        String id = realm.admin().userId(table.address("bob"));

        assertThat(methods(id)).isEmpty();
        assertThat(signIn("bob", OldTable.PASSWORD)).isEqualTo(400);
        Visitor visitor = new Visitor(realm);
        visitor.signIn(table.address("bob"), OldTable.PASSWORD);
        assertThat(visitor.waits()).isTrue();
        visitor.enterCode(realm.mailbox().next(table.address("bob")).code());
        assertThat(visitor.signedIn()).isTrue();
        assertThat(methods(id)).containsExactly("code");
    }

    @Test
    void anAdminIsOneAgain() throws Exception {
        bringIn(table.add("8", "root", "admin", "t"), "1 users: 1 added, 0 there from an earlier run, 0 left out");

        assertThat(realm.direct()
                        .password(table.address("root"), OldTable.PASSWORD)
                        .realmRoles())
                .contains("admin", "user");
    }

    @Test
    void theMarkIsWorthNothingLaterAndNothingToOthers() {
        Person person = Person.ada();
        String id = realm.admin().createUser(person, true);
        realm.admin()
                .changeUser(
                        id, user -> user.withObject("/attributes").set("keyward.email-proof", Json.array("imported")));

        assertThat(methods(id)).isEmpty();
        assertThat(realm.direct().password(person.email(), person.password()).status())
                .isEqualTo(400);
    }

    @Test
    void eachBrokenRowIsReportedWithItsReasonAndTheOthersComeIn() throws Exception {
        String hash = OldTable.HASH;
        table.add("1", "good", "user", "t")
                .line("2,No," + table.address("no2") + ",user,t,not-a-hash,")
                .line("3,No,no3@nowhere,user,t," + hash + ",")
                .line("4,No," + table.address("GOOD") + ",user,t," + hash + ",")
                .line("5,No," + table.address("no5") + ",emperor,t," + hash + ",")
                .line("6," + "x".repeat(300) + "," + table.address("no6") + ",user,t," + hash + ",")
                .line("7,No," + table.address("no7") + ",user,perhaps," + hash + ",")
                .line("8,No," + table.address("no8") + ",user,t," + hash + ",once upon a time")
                .line("9,No," + table.address("no9") + ",user,t,,")
                .line("10,too,few")
                .line("1,No," + table.address("no11") + ",user,t," + hash + ",")
                .line("12,No," + table.address("no12") + ",user,t," + hash.replace("$05$", "$31$") + ",");
        Path csv = table.write(folder);
        Files.write(
                csv,
                ("13,M\u00fcller," + table.address("no13") + ",user,t," + hash + ",\n")
                        .getBytes(StandardCharsets.ISO_8859_1),
                StandardOpenOption.APPEND);
        Files.writeString(
                csv, "14,Last," + table.address("last") + ",user,f," + hash + ",\n", StandardOpenOption.APPEND);

        JsonNode summary = tool.prepare(csv);

        assertThat(summary.path("rows").asInt()).isEqualTo(14);
        assertThat(summary.path("users").asInt()).isEqualTo(2);
        assertThat(tool.report("skipped.csv"))
                .containsExactly(
                        "2,3,2,bad-hash",
                        "3,4,3,bad-address",
                        "4,5,4,duplicate-address",
                        "5,6,5,unknown-role",
                        "6,7,6,name-too-long",
                        "7,8,7,bad-flag",
                        "8,9,8,bad-date",
                        "9,10,9,no-hash",
                        "10,11,,malformed-row",
                        "11,12,1,duplicate-id",
                        "12,13,12,costly-hash",
                        "13,14,13,bad-encoding");
        assertThat(tool.send().last()).isEqualTo("2 users: 2 added, 0 there from an earlier run, 0 left out");
        assertThat(realm.admin().findUser(table.address("good"))).isPresent();
        assertThat(realm.admin().findUser(table.address("last"))).isPresent();
        assertThat(realm.admin().findUser(table.address("no2"))).isEmpty();
    }

    @Test
    void aSecondRunChangesNothing() throws Exception {
        table.add("21", "one", "admin", "t").add("22", "two", "user", "f").add("23", "three", "user", "t");
        bringIn(table, "3 users: 3 added, 0 there from an earlier run, 0 left out");
        String two = realm.admin().userId(table.address("two"));
        realm.admin().setPassword(two, "a new one, chosen since then");
        List<String> before = everything();

        assertThat(tool.send().last()).isEqualTo("0 users: 0 added, 0 there from an earlier run, 0 left out");
        assertThat(tool.send("--again").last()).isEqualTo("3 users: 0 added, 3 there from an earlier run, 0 left out");

        assertThat(everything()).isEqualTo(before);
        assertThat(methods(realm.admin().userId(table.address("one")))).containsExactly("imported");
    }

    @Test
    void whoIsThereStaysAsTheyAreAndAnIdThatIsTakenStopsNobodyElse() throws Exception {
        Person person = Person.ada();
        String present = realm.admin().createProvedUser(person);
        table.add("31", "first", "user", "t")
                .line("32,Eve," + person.email().toUpperCase(Locale.ROOT) + ",admin,t," + OldTable.HASH + ",")
                .line(present + ",Mallory," + table.address("mallory") + ",user,t," + OldTable.HASH + ",")
                .add("34", "last", "user", "t");
        bringIn(table, "4 users: 2 added, 0 there from an earlier run, 2 left out");

        assertThat(tool.report("not-sent.csv")).containsExactlyInAnyOrder("2,exists", "3,refused");
        assertThat(signIn("first", OldTable.PASSWORD)).isEqualTo(200);
        assertThat(signIn("last", OldTable.PASSWORD)).isEqualTo(200);
        assertThat(realm.direct().password(person.email(), OldTable.PASSWORD).status())
                .isEqualTo(400);
        var tokens = realm.direct().password(person.email(), person.password());
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.realmRoles()).doesNotContain("admin");
        assertThat(realm.admin().findUser(table.address("mallory"))).isEmpty();
    }

    @Test
    void anAddressWhoseAccountHasAnotherNameIsThereToo() throws Exception {
        String email = table.address("named");
        String id = realm.admin()
                .createUser(
                        Json.object().put("username", email).put("email", email).put("enabled", true));
        realm.database().update("update user_entity set username = 'someone' where id = ?", id);
        bringIn(
                table.add("41", "named", "user", "t").add("42", "other", "user", "t"),
                "2 users: 1 added, 0 there from an earlier run, 1 left out");

        assertThat(tool.report("not-sent.csv")).containsExactly("1,exists");
    }

    @Test
    void aTableInPostgresComesInAsWell() throws Exception {
        var database = realm.keyward().stack().database();
        String name = "old_users_" + realm.name().replace('-', '_');
        realm.database()
                .update("create table " + name + " (id bigint, name text, email text, role text,"
                        + " is_verified boolean, password_hash text, created_at timestamptz)");
        try {
            realm.database()
                    .update(
                            "insert into " + name
                                    + " select n, 'Person ' || n, 'p' || n || '.' || ? , 'user', n % 2 = 0, ?, now()"
                                    + " from generate_series(101, 103) n",
                            table.address("pg"),
                            OldTable.HASH);
            Path password = Files.writeString(folder.resolve("db-password"), database.password());
            var prepared = tool.run(List.of(
                    "prepare",
                    "--jdbc",
                    database.jdbcUrl(),
                    "--db-user",
                    database.username(),
                    "--db-password-file",
                    password.toString(),
                    "--query",
                    "select * from " + name + " order by id",
                    "--realm",
                    realm.name(),
                    "--out",
                    tool.out().toString()));
            assertThat(prepared.status()).as(prepared.text()).isZero();
        } finally {
            realm.database().update("drop table " + name);
        }

        assertThat(tool.send().last()).isEqualTo("3 users: 3 added, 0 there from an earlier run, 0 left out");
        assertThat(signIn("p102.pg", OldTable.PASSWORD)).isEqualTo(200);
        assertThat(signIn("p103.pg", OldTable.PASSWORD))
                .as("not verified there")
                .isEqualTo(400);
    }

    @Test
    void nothingIsSentWhereItCannotWork() throws Exception {
        tool.prepare(table.add("51", "lost", "user", "t").write(folder), "--new-ids");
        Path summary = tool.out().resolve("summary.json");
        Files.writeString(summary, Files.readString(summary).replace(realm.name(), "no-such-realm"));

        ImportTool.Result result = tool.send();

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.text()).contains("The realm no-such-realm is not there");
    }

    private void bringIn(OldTable users, String result) throws Exception {
        tool.prepare(users.write(folder));
        ImportTool.Result sent = tool.send();
        assertThat(sent.status()).as(sent.text()).isZero();
        assertThat(sent.last()).isEqualTo(result);
    }

    private int signIn(String name, String password) {
        return realm.direct().password(table.address(name), password).status();
    }

    private static List<String> methods(String id) {
        return realm.admin().proofs(id).findValuesAsText("method");
    }

    private static String algorithm(String id) {
        return Json.read(realm.admin()
                        .get("/users/" + id + "/credentials")
                        .get(0)
                        .path("credentialData")
                        .asText())
                .path("algorithm")
                .asText();
    }

    /** Accounts, passwords, roles, attributes and evidence of the realm, row by row. */
    private static List<String> everything() {
        String users = "(select id from user_entity where realm_id = '" + realm.id() + "')";
        return realm.database()
                .strings("select u::text from user_entity u where realm_id = '" + realm.id() + "'"
                        + " union all select c::text from credential c where user_id in " + users
                        + " union all select r::text from user_role_mapping r where user_id in " + users
                        + " union all select a::text from user_attribute a where user_id in " + users
                        + " union all select p::text from keyward_email_proof p where user_id in " + users
                        + " order by 1");
    }
}
