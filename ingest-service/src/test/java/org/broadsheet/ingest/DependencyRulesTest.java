package org.broadsheet.ingest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who may know whom. A rule that no machine checks is a wish.
class DependencyRulesTest {
    private static final String ROOT = "org.broadsheet.ingest";
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(ROOT);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    issue  |
                    metadata | issue
                    parse  | issue
                    cli    | issue parse backup
                    backup | outbox
                    drop   | issue parse
                    store  | issue
                    enrich | issue
                    event  | issue enrich
                    pause  |
                    outbox | event schema pause trace
                    trace  |
                    schema |
                    upload | issue drop store
                    progress | schema pause
                    access |
                    reconcile | drop outbox progress pause
                    api    | issue drop store event outbox upload metadata access reconcile
                    """)
    void packageKnowsOnlyItsOwn(String name, String allowed) {
        String[] packages =
                Arrays.stream((allowed == null ? "" : allowed).split(" "))
                        .filter(p -> !p.isBlank())
                        .map(p -> ROOT + "." + p)
                        .toArray(String[]::new);
        String[] withItself = Arrays.copyOf(packages, packages.length + 1);
        withItself[packages.length] = ROOT + "." + name + "..";

        classes()
                .that()
                .resideInAPackage(ROOT + "." + name + "..")
                .should()
                .onlyDependOnClassesThat(
                        com.tngtech.archunit.base.DescribedPredicate.describe(
                                "are outside the service, or in " + Arrays.toString(withItself),
                                type ->
                                        !type.getPackageName().startsWith(ROOT)
                                                || Arrays.stream(withItself)
                                                        .map(p -> p.replace("..", ""))
                                                        .anyMatch(
                                                                type.getPackageName()::startsWith)))
                .check(CLASSES);
    }

    @Test
    void parserAndItsValuesKnowOnlyTheJdk() {
        classes()
                .that()
                .resideInAnyPackage(ROOT + ".parse..", ROOT + ".issue..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.text..",
                        "java.time..",
                        "java.io..",
                        "java.nio.charset..",
                        "org.jspecify.annotations..",
                        ROOT + ".parse..",
                        ROOT + ".issue..")
                .check(CLASSES);
    }

    @Test
    void parserTouchesNoFileClockOrLocale() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".parse..", ROOT + ".issue..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .callMethod("java.util.Locale", "getDefault")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .check(CLASSES);
    }

    @Test
    void onlyTheStoringPackagesSpeakSql() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".parse..", ROOT + ".issue..", ROOT + ".drop..", ROOT + ".event..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..")
                .check(CLASSES);
    }

    @Test
    void onlyTheOutboxSpeaksKafka() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".outbox..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(CLASSES);
    }

    @Test
    void packagesMakeNoCircle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Helper|Manager|Utils?|DTO|Dto)")
                .orShould()
                .resideInAnyPackage("..util..", "..common..", "..impl..", "..dto..", "..mapper..")
                .check(CLASSES);
    }
}
