package io.keyward.it.harness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A realm of its own, made from the definition that ships, with the changes that a test asks for. Register it with
 * {@code @RegisterExtension}: in a static field there is one realm for the class, in an instance field a fresh one for each
 * test. It is removed afterwards. Its mails come to {@link #mailbox()}, and Keycloak stores its events.
 *
 * <p>Two clients are added to the definition: {@link #app()}, a public one that signs people in by browser, and
 * {@link #direct()}, a confidential one that may use the password grant and has a service account.
 */
public final class TestRealm implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

    private final List<Consumer<ObjectNode>> changes = new ArrayList<>();
    private Keyward keyward;
    private String name;
    private String id;
    private boolean perTest;

    private TestRealm() {}

    /** The realm as it ships. */
    public static TestRealm shipped() {
        return new TestRealm();
    }

    /** Changes the definition before it is imported. */
    public TestRealm with(Consumer<ObjectNode> change) {
        changes.add(change);
        return this;
    }

    public TestRealm withClient(ObjectNode client) {
        return with(realm -> RealmDefinition.add(realm, "clients", client));
    }

    /** Sets a value in the configuration of a required action, such as {@code code-lifespan}. */
    public TestRealm withRequiredAction(String alias, String key, String value) {
        return with(realm -> requiredAction(realm, alias).withObject("/config").put(key, value));
    }

    /** Required actions are asked for in the order of their priorities, lowest first. */
    public TestRealm withRequiredActionPriority(String alias, int priority) {
        return with(realm -> requiredAction(realm, alias).put("priority", priority));
    }

    private static ObjectNode requiredAction(ObjectNode realm, String alias) {
        return (ObjectNode) StreamSupport.stream(
                        realm.withArray("/requiredActions").spliterator(), false)
                .filter(candidate -> alias.equals(candidate.path("alias").asText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The realm definition has no required action " + alias));
    }

    // What a test works with

    public Keyward keyward() {
        return keyward;
    }

    public String name() {
        return name;
    }

    /** The internal id, as tables hold it. */
    public String id() {
        return id;
    }

    /** The address of the realm, without a slash at the end. */
    public String url() {
        return keyward.url() + "/realms/" + name;
    }

    public RealmAdmin admin() {
        return keyward.admin(name);
    }

    public Mailbox mailbox() {
        return keyward.mailbox();
    }

    public Database database() {
        return keyward.database();
    }

    public AppServer appServer() {
        return keyward.appServer();
    }

    /** The public client {@code test-app}. */
    public OAuthClient app() {
        return client("test-app", null);
    }

    /** The confidential client {@code test-direct}. */
    public OAuthClient direct() {
        return client("test-direct", "test-secret");
    }

    public OAuthClient client(String clientId, String secret) {
        return new OAuthClient(url(), clientId, secret);
    }

    /** What a browser opens to sign in at {@link #app()}. */
    public OAuthClient.Authorization authorization() {
        return app().authorization(appServer().callbackUrl());
    }

    /** Exchanges the code that the browser brought back. */
    public TokenAnswer tokens(OAuthClient.Authorization authorization) {
        Map<String, String> redirect = appServer().redirect(authorization);
        if (!redirect.containsKey("code")) {
            throw new AssertionError("No code came back: " + redirect);
        }
        return app().code(redirect.get("code"), authorization);
    }

    // Life cycle

    @Override
    public void beforeAll(ExtensionContext context) {
        create();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (name == null) {
            perTest = true;
            create();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (perTest) {
            remove();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (!perTest) {
            remove();
        }
    }

    private void create() {
        keyward = Keyward.running();
        String unique = "t-" + UUID.randomUUID().toString().substring(0, 8);
        ObjectNode definition = definition(keyward, unique);
        changes.forEach(change -> change.accept(definition));
        keyward.admin().send("POST", "", definition).ok();
        name = unique;
        id = admin().realm().get("id").asText();
    }

    private void remove() {
        if (name != null) {
            String leaving = name;
            name = null;
            Answer answer = keyward.admin().send("DELETE", "/" + leaving, null);
            if (answer.status() != 404) {
                answer.ok();
            }
        }
    }

    /**
     * The definition that ships as tests import it: another name, mails to the catcher, events stored, two clients more, and no
     * brute-force protection. Keycloak (26.7) books how a sign-in ended in a thread of its own and until then refuses the same
     * person's next one as an attack in parallel; tests sign in faster than people.
     */
    public static ObjectNode definition(Keyward keyward, String name) {
        ObjectNode realm = RealmDefinition.shipped(name, Map.of());
        realm.put("eventsEnabled", true).put("bruteForceProtected", false).remove("users");
        realm.putObject("smtpServer")
                .put("host", Stacks.smtpHost())
                .put("port", String.valueOf(keyward.stack().mails().smtpPort()))
                .put("from", "keyward@example.org")
                .put("fromDisplayName", "Keyward");
        RealmDefinition.add(realm, "clients", appClient(keyward));
        RealmDefinition.add(realm, "clients", directClient());
        return realm;
    }

    private static ObjectNode appClient(Keyward keyward) {
        ObjectNode client = Json.object()
                .put("clientId", "test-app")
                .put("name", "Test application")
                .put("publicClient", true)
                .put("standardFlowEnabled", true)
                .put("directAccessGrantsEnabled", false)
                .put("baseUrl", keyward.appServer().url());
        client.putArray("redirectUris").add(keyward.appServer().url() + "/*");
        client.putObject("attributes").put("pkce.code.challenge.method", "S256").put("post.logout.redirect.uris", "+");
        return client;
    }

    private static ObjectNode directClient() {
        return Json.object()
                .put("clientId", "test-direct")
                .put("secret", "test-secret")
                .put("publicClient", false)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", true)
                .put("serviceAccountsEnabled", true);
    }
}
