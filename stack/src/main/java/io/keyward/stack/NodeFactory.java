package io.keyward.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Gives each node its home and its command line. */
record NodeFactory(NodePlan plan, KeycloakInstallation installation, RunFolder run, Path logs) {

    LocalNode node(LocalNode.Address address, MailCatcher mails) {
        Path home = run.resolve(address.name());
        installation.linkHome(home);
        List<Path> realms = plan.settings().realmFiles();
        copyRealms(realms, home.resolve("data").resolve("import"));
        return new LocalNode(
                address,
                new KeycloakCommand(installation.folder(), home, plan.settings().jvmFlags()),
                plan.arguments(address, !realms.isEmpty()),
                plan.environment(mails),
                run,
                logs.resolve("keycloak-" + address.name() + ".log"));
    }

    private static void copyRealms(List<Path> realms, Path target) {
        for (Path realm : realms) {
            try {
                Files.copy(realm, target.resolve(realm.getFileName().toString()));
            } catch (IOException e) {
                throw new StackException("The realm definition " + realm + " cannot be read: " + e.getMessage(), e);
            }
        }
    }
}
