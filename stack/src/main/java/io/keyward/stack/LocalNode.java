package io.keyward.stack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A node that is a Java process of this machine. */
final class LocalNode implements KeycloakNode {

    /** What distinguishes one node from another. */
    record Address(String name, int port, int managementPort) {}

    private final Address address;
    private final KeycloakCommand command;
    private final List<String> arguments;
    private final Map<String, String> environment;
    private final RunFolder run;
    private final Path log;
    /** Where the part of this stack begins: the file may be that of stacks before. */
    private final long logBegins;

    private volatile Process process;

    LocalNode(
            Address address,
            KeycloakCommand command,
            List<String> arguments,
            Map<String, String> environment,
            RunFolder run,
            Path log) {
        this.address = address;
        this.command = command;
        this.arguments = List.copyOf(arguments);
        this.environment = Map.copyOf(environment);
        this.run = run;
        this.log = log;
        this.logBegins = LogFile.length(log);
    }

    @Override
    public String name() {
        return address.name();
    }

    @Override
    public URI baseUrl() {
        return URI.create("http://localhost:" + address.port());
    }

    @Override
    public URI managementUrl() {
        return URI.create("http://localhost:" + address.managementPort());
    }

    @Override
    public boolean running() {
        return process != null && process.isAlive();
    }

    @Override
    public void start() {
        launch();
        awaitReady();
    }

    /** The short part of a start: from here on there is a process to end. */
    synchronized void launch() {
        if (running()) {
            return;
        }
        try {
            process = command.start(arguments, environment, log);
            run.note("keycloak-" + address.name(), process.toHandle());
        } catch (IOException e) {
            throw new StackException("Java could not be started: " + e.getMessage(), e);
        }
    }

    /** The long part, during which another thread may stop or kill the node. */
    void awaitReady() {
        try {
            if (!new Readiness().await(managementUrl().resolve("/health/ready"), this::running)) {
                throw new StackException(failure());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while Keycloak was starting.", e);
        }
    }

    @Override
    public void stop() {
        if (running()) {
            Processes.stop(process.toHandle(), 10);
        }
    }

    @Override
    public void kill() {
        if (running()) {
            Processes.kill(process.toHandle());
        }
    }

    @Override
    public String log() {
        return LogFile.text(log, logBegins);
    }

    private String failure() {
        String what = process.isAlive()
                ? "did not become ready in time"
                : "ended with exit code " + process.exitValue() + " instead of starting";
        Processes.kill(process.toHandle());
        return "Keycloak (%s) %s. It said:%n%s".formatted(address.name(), what, LogFile.lastLines(log));
    }
}
