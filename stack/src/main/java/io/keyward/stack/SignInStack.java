package io.keyward.stack;

import java.net.URI;
import java.util.List;

/**
 * A running Keycloak with Keyward installed, its PostgreSQL and a mail catcher.
 *
 * <p>When an instance exists, every node has answered its readiness check. {@link #close()} ends every process it
 * started and is safe to call twice. Instances may be used by several threads.
 */
public interface SignInStack extends AutoCloseable {

    /** All nodes in the order of their numbers; at least one. They share one database and one issuer. */
    List<KeycloakNode> nodes();

    /** The first node. */
    default KeycloakNode node() {
        return nodes().get(0);
    }

    /** Where browsers reach the first node, without a trailing slash. It is the issuer's base on every node. */
    default URI baseUrl() {
        return node().baseUrl();
    }

    /** Health and metrics of the first node, without a trailing slash. */
    default URI managementUrl() {
        return node().managementUrl();
    }

    /** The administrator of the master realm. */
    AdminAccount admin();

    /** The mails that Keycloak has sent. */
    MailCatcher mails();

    /** Keycloak's database, open to the caller as well. */
    Database database();

    @Override
    void close();
}
