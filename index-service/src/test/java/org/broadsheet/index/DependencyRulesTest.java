package org.broadsheet.index;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Who may know whom in this service.
class DependencyRulesTest {
    private static final String ROOT = "org.broadsheet.index";
    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    @Test
    void eventKnowsNothingElseOfOurs() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".event")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, ROOT + ".index")
                .check(OURS);
    }

    @Test
    void indexKnowsNothingElseOfOurs() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".index")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, ROOT + ".event")
                .check(OURS);
    }

    @Test
    void onlyIndexKnowsElasticsearch() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".index")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.elasticsearch..", "co.elastic..", "org.apache.http..")
                .check(OURS);
    }

    @Test
    void indexDoesNotKnowKafka() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".index")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(OURS);
    }

    @Test
    void onlyTheRootKnowsHttpAndMetrics() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".event", ROOT + ".index")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.micrometer..")
                .check(OURS);
    }

    @Test
    void thereIsNothingOfOtherServices() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.broadsheet.ingest..", "org.broadsheet.query..")
                .check(OURS);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.broadsheet.(**)").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses().should().haveNameMatching(".*(Impl|Helper|Manager|Utils)").check(OURS);
        noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..impl..", "..dto..", "..mapper..")
                .check(OURS);
    }

    @Test
    void everythingLivesInAKnownPackage() {
        classes().should().resideInAnyPackage(ROOT, ROOT + ".event", ROOT + ".index").check(OURS);
    }
}
