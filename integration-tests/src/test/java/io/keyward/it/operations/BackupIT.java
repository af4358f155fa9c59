package io.keyward.it.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.it.harness.FreePort;
import io.keyward.it.harness.Keyward;
import io.keyward.it.harness.OAuthClient;
import io.keyward.it.harness.Person;
import io.keyward.it.harness.Stacks;
import io.keyward.it.harness.TestRealm;
import io.keyward.it.harness.TokenAnswer;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** A backup that is taken while people go on, and put into another database: everything of that moment is there again. */
@Tag("long")
@DisabledIfSystemProperty(named = "keyward.stack", matches = "containers", disabledReason = "databases of this machine")
@Tag("alone")
class BackupIT {

    private static final String REALM = "kept";

    /** The address is in every token. */
    private final int port = FreePort.any();

    private final Person person = Person.ada();
    private final String device = UUID.randomUUID().toString();

    @Test
    void everythingOfThatMomentIsThereAgain() throws SQLException, IOException {
        Snapshot backup;
        TokenAnswer stays;
        TokenAnswer goesOn;
        TokenAnswer later;
        TokenAnswer muchLater;
        TokenAnswer signedOut;
        try (Keyward before = Keyward.on(
                Stacks.withKeyward(Stacks.local().prepared()).port(port).start())) {
            before.admin().send("POST", "", TestRealm.definition(before, REALM)).ok();
            before.admin(REALM).createProvedUser(person);
            stays = signIn(before, device);
            goesOn = signIn(before, UUID.randomUUID().toString());
            TokenAnswer goesFar = signIn(before, UUID.randomUUID().toString());
            signedOut = signIn(before, UUID.randomUUID().toString());
            backup = Snapshot.of(before.stack().database());
            later = client(before).refresh(goesOn.refreshToken());
            assertThat(later.status()).isEqualTo(200);
            muchLater = client(before)
                    .refresh(client(before).refresh(goesFar.refreshToken()).refreshToken());
            assertThat(muchLater.status()).isEqualTo(200);
            client(before).logout(signedOut.refreshToken());
            assertThat(client(before).refresh(signedOut.refreshToken()).error()).isEqualTo("invalid_grant");
        }

        try (Keyward after = Keyward.on(
                Stacks.withKeyward(Stacks.local().prepared()).port(port).start())) {
            after.stack().nodes().get(0).stop();
            backup.into(after.stack().database());
            after.stack().nodes().get(0).start();

            assertThat(after.database().count("select count(*) from keyward_device"))
                    .isEqualTo(4);
            TokenAnswer refreshed = client(after).refresh(stays.refreshToken());
            assertThat(refreshed.status()).as("%s", refreshed.json()).isEqualTo(200);
            TokenAnswer again = signIn(after, device);
            assertThat(again.claims().get("device_id")).isEqualTo(stays.claims().get("device_id"));
            assertThat(client(after).refresh(goesOn.refreshToken()).status())
                    .as("the token of that moment is the current one again")
                    .isEqualTo(200);
            // The same token leads to the same successor: what came after that moment is what comes again.
            assertThat(client(after).refresh(later.refreshToken()).status()).isEqualTo(200);
            assertThat(client(after).refresh(signedOut.refreshToken()).status())
                    .as("a session that ended after that moment lives again")
                    .isEqualTo(200);
            assertThat(client(after).refresh(muchLater.refreshToken()).error())
                    .as("whoever has refreshed more than once since is taken for a thief")
                    .isEqualTo("invalid_grant");
            // As docs/backup.md advises.
            after.database().update("DELETE FROM keyward_mail WHERE finished_at IS NULL");
            after.database()
                    .update("UPDATE keyward_one_time_token SET pending = NULL, consumed_at = expires_at WHERE pending");
            assertThat(after.admin(REALM).get("/roles")).isNotEmpty();
        }
    }

    private TokenAnswer signIn(Keyward keyward, String onDevice) {
        return client(keyward)
                .token(Map.of(
                        "grant_type",
                        "password",
                        "username",
                        person.email(),
                        "password",
                        person.password(),
                        "scope",
                        "openid",
                        "device_id",
                        onDevice));
    }

    private static OAuthClient client(Keyward keyward) {
        return keyward.client(REALM, "test-direct", "test-secret");
    }
}
