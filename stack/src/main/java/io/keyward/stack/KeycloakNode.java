package io.keyward.stack;

import java.net.URI;

/** One Keycloak server of a stack. It can be ended and brought back; its addresses stay the same. */
public interface KeycloakNode {

    /** Such as {@code node-1}. */
    String name();

    /** Without a trailing slash. */
    URI baseUrl();

    /** Health and metrics, without a trailing slash. */
    URI managementUrl();

    boolean running();

    /** Starts the node when it is not running, and returns when it is ready to serve. */
    void start();

    /** Ends the node in order, and returns when it is gone. */
    void stop();

    /** Ends the node as a power cut would ({@code SIGKILL}), and returns when it is gone. */
    void kill();

    /** What the node has logged since the stack began, over all its starts. */
    String log();
}
