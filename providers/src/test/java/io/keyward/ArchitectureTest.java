package io.keyward;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import org.junit.jupiter.api.Test;

final class ArchitectureTest {

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.keyward");

    @Test
    void dependenciesRunDownTheLayersOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("session api")
                .definedBy("io.keyward.sessionapi..")
                .layer("password reset")
                .definedBy("io.keyward.passwordreset..")
                .layer("journeys")
                .definedBy("io.keyward.devicesession..", "io.keyward.emailverification..")
                .layer("foundations")
                .definedBy("io.keyward.onetimetoken..", "io.keyward.mailoutbox..")
                .layer("ground")
                .definedBy("io.keyward.persistence..", "io.keyward.endpoint..")
                .whereLayer("session api")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("password reset")
                .mayOnlyBeAccessedByLayers("session api")
                .whereLayer("journeys")
                .mayOnlyBeAccessedByLayers("session api", "password reset")
                .whereLayer("foundations")
                .mayOnlyBeAccessedByLayers("session api", "password reset", "journeys")
                .because("a capability may be left out without touching what lies below it")
                .allowEmptyShould(true)
                .check(PRODUCTION);
    }

    @Test
    void capabilitiesFormNoCircle() {
        slices().matching("io.keyward.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(PRODUCTION);
    }

    @Test
    void classesAreFinal() {
        classes()
                .that(mayBeFinal())
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("whoever wants to extend Keyward does so through its SPIs")
                .allowEmptyShould(true)
                .check(PRODUCTION);
    }

    private static DescribedPredicate<JavaClass> mayBeFinal() {
        return DescribedPredicate.describe(
                "are concrete, have no subclass and are not managed by JPA",
                type -> !type.isInterface()
                        && !type.isEnum()
                        && !type.isAnonymousClass()
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                        && type.getSubclasses().isEmpty()
                        && !type.isAnnotatedWith(Entity.class)
                        && !type.isAnnotatedWith(Embeddable.class)
                        && !type.isAnnotatedWith(MappedSuperclass.class));
    }
}
