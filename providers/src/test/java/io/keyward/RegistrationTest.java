package io.keyward;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.keyward.endpoint.AdminEndpoint;
import io.keyward.endpoint.RealmEndpoint;
import io.keyward.endpoint.UserAdminEndpoint;
import io.keyward.persistence.EntityContributor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.Spi;

/** A provider, or what contributes to a part of Keyward further down, is found only when {@code META-INF/services} names it; a forgotten line fails silently. */
final class RegistrationTest {

    private static final Path SERVICES = Path.of("target", "classes", "META-INF", "services");

    private static final List<Class<?>> FOUND_BY_SERVICE_LOADER = List.of(
            ProviderFactory.class,
            Spi.class,
            EntityContributor.class,
            RealmEndpoint.class,
            AdminEndpoint.class,
            UserAdminEndpoint.class);

    @Test
    void everyConcreteServiceIsRegistered() throws IOException {
        List<Registration> registrations = registrations();
        assertThat(services())
                .allSatisfy(type -> assertThat(registrations)
                        .as("an entry in META-INF/services for %s", type.getName())
                        .anyMatch(entry ->
                                entry.implementation().equals(type.getName()) && type.isAssignableTo(entry.service())));
    }

    @Test
    void everyRegistrationNamesAnExistingClassOfItsService() throws IOException {
        assertThat(registrations())
                .allSatisfy(entry -> assertThat(load(entry.service()))
                        .as("%s", entry)
                        .isAssignableFrom(load(entry.implementation())));
    }

    private static List<JavaClass> services() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.keyward").stream()
                        .filter(type -> FOUND_BY_SERVICE_LOADER.stream().anyMatch(type::isAssignableTo))
                        .filter(type ->
                                !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .toList();
    }

    private static List<Registration> registrations() throws IOException {
        if (!Files.isDirectory(SERVICES)) {
            return List.of();
        }
        List<Registration> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(SERVICES)) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    String name = line.replaceFirst("#.*", "").strip();
                    if (!name.isEmpty()) {
                        found.add(new Registration(file.getFileName().toString(), name));
                    }
                }
            }
        }
        return found;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, RegistrationTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError("META-INF/services names a class that does not exist: " + name, e);
        }
    }

    private record Registration(String service, String implementation) {}
}
