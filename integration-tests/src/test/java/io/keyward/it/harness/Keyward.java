package io.keyward.it.harness;

import io.keyward.stack.KeycloakNode;
import io.keyward.stack.SignInStack;

/** The one running stack that all test classes of a JVM share. The first test that asks starts it; it ends with the JVM. */
public final class Keyward implements AutoCloseable {

    private final SignInStack stack;
    private final MasterAdmin admin;
    private final Mailbox mailbox;
    private final Database database;
    private final AppServer appServer = new AppServer();
    private final Chromium chromium = new Chromium();

    private Keyward(SignInStack stack) {
        this.stack = stack;
        this.admin = new MasterAdmin(url(), stack.admin());
        this.database = new Database(stack.database()::connect);
        this.mailbox = new Mailbox(stack.mails(), database);
    }

    /**
     * Kept in the JVM and not in JUnit's store: where several JVMs share the classes, each class is a run of its own for JUnit,
     * whose stores end with the run.
     */
    static Keyward running() {
        return Shared.RUNNING;
    }

    /** Tests on a stack of their own; closing it closes the stack. */
    public static Keyward on(SignInStack stack) {
        return new Keyward(stack);
    }

    /** The address of Keycloak, without a slash at the end. */
    public String url() {
        return stack.baseUrl().toString();
    }

    /** The administrator of the whole server. */
    public MasterAdmin admin() {
        return admin;
    }

    public RealmAdmin admin(String realm) {
        return new RealmAdmin(admin, realm);
    }

    /** A client of any realm, also of one that is no {@link TestRealm}. */
    public OAuthClient client(String realm, String clientId, String secret) {
        return new OAuthClient(url() + "/realms/" + realm, clientId, secret);
    }

    /** A client that speaks to one node of several. */
    public OAuthClient client(KeycloakNode node, String realm, String clientId, String secret) {
        return new OAuthClient(node.baseUrl() + "/realms/" + realm, clientId, secret);
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    public Database database() {
        return database;
    }

    public AppServer appServer() {
        return appServer;
    }

    /** The running stack itself, for its logs and its nodes. */
    public SignInStack stack() {
        return stack;
    }

    Chromium chromium() {
        return chromium;
    }

    @Override
    public void close() {
        chromium.close();
        appServer.close();
        stack.close();
    }

    private static final class Shared {

        private static final Keyward RUNNING = new Keyward(Stacks.chosen());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(RUNNING::close, "keyward-tests-end"));
        }
    }
}
