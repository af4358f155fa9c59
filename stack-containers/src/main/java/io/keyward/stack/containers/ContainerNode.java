package io.keyward.stack.containers;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import io.keyward.stack.KeycloakNode;
import java.net.URI;

/** Keycloak in its container, which stays when it is stopped or killed, so that it can come back. */
final class ContainerNode implements KeycloakNode {

    private final KeycloakContainer container;
    private final int port;
    private final int managementPort;
    private final Web web = new Web();

    ContainerNode(KeycloakContainer container, int port, int managementPort) {
        this.container = container;
        this.port = port;
        this.managementPort = managementPort;
    }

    @Override
    public String name() {
        return "node-1";
    }

    @Override
    public URI baseUrl() {
        return URI.create("http://localhost:" + port);
    }

    @Override
    public URI managementUrl() {
        return URI.create("http://localhost:" + managementPort);
    }

    @Override
    public boolean running() {
        return container.isRunning();
    }

    @Override
    public void start() {
        if (container.getContainerId() == null) {
            container.start();
        } else if (!running()) {
            container
                    .getDockerClient()
                    .startContainerCmd(container.getContainerId())
                    .exec();
        }
        HostContainer.await(
                container,
                "Keycloak",
                () -> web.get(managementUrl().resolve("/health/ready")).statusCode() == 200);
    }

    @Override
    public void stop() {
        if (running()) {
            container
                    .getDockerClient()
                    .stopContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    @Override
    public void kill() {
        if (running()) {
            container
                    .getDockerClient()
                    .killContainerCmd(container.getContainerId())
                    .exec();
        }
    }

    @Override
    public String log() {
        return container.getLogs();
    }

    void remove() {
        container.stop();
    }
}
