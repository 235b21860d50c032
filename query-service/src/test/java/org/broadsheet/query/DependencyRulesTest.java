package org.broadsheet.query;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Who may know whom.
class DependencyRulesTest {
    private static final String ROOT = "org.broadsheet.query";
    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    @Test
    void searchAndArticleDoNotKnowThePages() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".search..", ROOT + ".article..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT, ROOT + ".web..", "io.quarkus.qute..")
                .check(CLASSES);
    }

    @Test
    void articleDoesNotKnowTheSearch() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".article..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".search..")
                .check(CLASSES);
    }

    @Test
    void onlySearchArticleAndIssueSpeakToElasticsearch() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".search..", ROOT + ".article..", ROOT + ".issue..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("co.elastic..", "org.elasticsearch..")
                .check(CLASSES);
    }

    @Test
    void clientIsCalledThroughOneDoor() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ArticleIndex")
                .and()
                .doNotHaveSimpleName("ElasticsearchTrust") // made with it, never calls it
                .should()
                .dependOnClassesThat()
                .haveSimpleNameStartingWith("Elasticsearch")
                .check(CLASSES);
    }

    @Test
    void syntaxKnowsNothingButWords() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".syntax..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        ROOT + ".syntax..", ROOT + ".wording..", "java..", "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void otherServicesAreNotKnown() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.broadsheet.ingest..", "org.broadsheet.index..")
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
