package io.keyward.it.adminpages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.it.harness.Http;
import io.keyward.it.harness.TestRealm;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Keycloak's console gets to know of Keyward's settings: a name and a help text for each. */
class SettingsHelpIT {

    @RegisterExtension
    static final TestRealm realm = TestRealm.shipped();

    @Test
    void everySettingHasANameAndAHelpText() {
        JsonNode server = serverInfo();
        Map<String, JsonNode> settings = new TreeMap<>();
        collect("component", server.get("componentTypes"), settings);
        collect("mapper", server.get("protocolMapperTypes"), settings);
        for (String kind : new String[] {"authenticator", "form-action"}) {
            realm.admin().get("/authentication/" + kind + "-providers").forEach(provider -> {
                if (ours(provider)) {
                    assertThat(provider.get("description").asText())
                            .as(provider.toString())
                            .isNotBlank();
                    properties(
                            kind,
                            provider.get("id").asText(),
                            realm.admin()
                                    .get("/authentication/config-description/"
                                            + provider.get("id").asText())
                                    .get("properties"),
                            settings);
                }
            });
        }
        realm.admin().get("/authentication/required-actions").forEach(action -> {
            String alias = action.get("alias").asText();
            if (alias.startsWith("keyward")) {
                properties(
                        "required action",
                        alias,
                        realm.admin()
                                .get("/authentication/required-actions/" + alias + "/config-description")
                                .get("properties"),
                        settings);
            }
        });
        assertThat(settings.keySet())
                .as("of each kind")
                .anyMatch(name -> name.startsWith("required action keyward-devices"))
                .anyMatch(name -> name.startsWith("required action keyward-verify-email"))
                .anyMatch(name -> name.startsWith("authenticator keyward-forgot-password"))
                .anyMatch(name -> name.startsWith("mapper keyward-session-api"))
                .anyMatch(name -> name.startsWith("component keyward-email-address"));
        assertThat(settings).allSatisfy((name, setting) -> {
            assertThat(setting.path("label").asText()).as("name of " + name).isNotBlank();
            assertThat(setting.path("helpText").asText()).as("help of " + name).isNotBlank();
        });
    }

    private static void collect(String kind, JsonNode types, Map<String, JsonNode> settings) {
        for (JsonNode providers : types) {
            for (JsonNode provider : providers) {
                if (ours(provider)) {
                    String help = provider.path("helpText").asText();
                    assertThat(help).as(provider.toString()).isNotBlank();
                    properties(kind, provider.get("id").asText(), provider.path("properties"), settings);
                }
            }
        }
    }

    private static void properties(String kind, String provider, JsonNode properties, Map<String, JsonNode> settings) {
        for (JsonNode property : properties) {
            settings.put(kind + " " + provider + " " + property.get("name").asText(), property);
        }
    }

    private static boolean ours(JsonNode provider) {
        return provider.path("id").asText().startsWith("keyward");
    }

    private static JsonNode serverInfo() {
        return Http.send(Http.request(realm.keyward().url() + "/admin/serverinfo")
                        .header(
                                "Authorization",
                                "Bearer " + realm.keyward().admin().token())
                        .GET())
                .ok()
                .json();
    }
}
