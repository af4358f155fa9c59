package io.keyward.it.outbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.it.harness.Json;
import io.keyward.it.harness.RealmAdmin;
import io.keyward.mailoutbox.smtp.ScriptedSmtpServer;
import java.util.Map;

/** Email settings that lead to a server of the test. */
final class MailServers {

    private static final String PATIENCE_MILLIS = "1500";

    private MailServers() {}

    static ObjectNode settings(ScriptedSmtpServer server, Map<String, String> more) {
        ObjectNode settings = Json.object()
                .put("host", "127.0.0.1")
                .put("port", String.valueOf(server.port()))
                .put("from", "keyward@example.org")
                .put("fromDisplayName", "Keyward")
                .put("timeout", PATIENCE_MILLIS)
                .put("connectionTimeout", PATIENCE_MILLIS)
                .put("writeTimeout", PATIENCE_MILLIS);
        more.forEach(settings::put);
        return settings;
    }

    /** As an admin does it in the console. */
    static void use(RealmAdmin admin, ScriptedSmtpServer server, Map<String, String> more) {
        admin.changeRealm(realm -> realm.set("smtpServer", settings(server, more)));
    }
}
