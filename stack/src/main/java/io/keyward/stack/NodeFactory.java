package io.keyward.stack;

import java.nio.file.Path;
import java.util.List;

/** Gives each node its home and its command line. */
record NodeFactory(NodePlan plan, KeycloakInstallation installation, RunFolder run, Path logs) {

    LocalNode node(LocalNode.Address address, MailCatcher mails) {
        Path home = run.resolve(address.name());
        installation.linkHome(home);
        List<Path> realms = plan.settings().realmFiles();
        RealmImport target = new RealmImport(home.resolve("data").resolve("import"));
        realms.forEach(realm -> target.add(realm, plan.settings().users()));
        return new LocalNode(
                address,
                new KeycloakCommand(installation.folder(), home, plan.settings().jvmFlags()),
                plan.arguments(address, !realms.isEmpty()),
                plan.environment(mails),
                run,
                logs.resolve("keycloak-" + address.name() + ".log"));
    }
}
