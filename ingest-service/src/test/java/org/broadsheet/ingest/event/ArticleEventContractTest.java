package org.broadsheet.ingest.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.issue.ArticleKind;
import org.broadsheet.ingest.issue.BodyPart;
import org.broadsheet.ingest.issue.Caption;
import org.broadsheet.ingest.issue.Contributor;
import org.broadsheet.ingest.issue.Found;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.issue.LineSpan;
import org.broadsheet.ingest.parse.PageParser;
import org.broadsheet.ingest.parse.PageText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The producer's side of the event contract: what is promised is what is written.
class ArticleEventContractTest {
    private static final Path CONTRACT = Path.of("src/main/contract");
    private static final Path SEEDS = Path.of("../seeds");
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final UUID EVENT_ID = UUID.fromString("0198f0c2-7d3e-7c41-9d55-0c1f6f0a7b11");
    private static final Instant AT = Instant.parse("2026-11-21T08:15:30Z");
    private static final String SHA =
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(CONTRACT.resolve("examples"))) {
            return files.sorted().toList().stream();
        }
    }

    static Stream<Path> seeds() throws IOException {
        try (Stream<Path> files = Files.list(SEEDS)) {
            return files.sorted().toList().stream();
        }
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(CONTRACT.resolve("article-event.schema.json")));
    }

    private static void assertKeepsContract(String event) throws IOException {
        assertThat(
                        schema().validate(
                                        event,
                                        InputFormat.JSON,
                                        context ->
                                                context.executionConfig(
                                                        config ->
                                                                config.formatAssertionsEnabled(
                                                                        true))))
                .as(event.substring(0, Math.min(300, event.length())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleKeepsTheSchema(Path example) throws IOException {
        assertKeepsContract(Files.readString(example));
    }

    @Test
    void schemaRefusesAnEventWithoutRevision() throws IOException {
        String event =
                Files.readString(CONTRACT.resolve("examples/article-withdrawn.json"))
                        .replace("\"revision\":3,", "");

        assertThat(schema().validate(event, InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyEventMadeFromASeedKeepsTheSchema(Path seed) throws IOException {
        PageText page = PageText.pagesOf(Files.readString(seed)).getFirst();
        List<Article> articles = new PageParser().parse(page).articles();

        assertThat(articles).isNotEmpty();
        for (int i = 0; i < articles.size(); i++) {
            ArticlePlace place =
                    new ArticlePlace(
                            "seed-%02d".formatted(i + 1),
                            seed.getFileName().toString(),
                            SHA,
                            "seed",
                            i + 1,
                            IssueMetadata.UNKNOWN);
            ArticleJson article = ArticleEvents.article(place, articles.get(i));
            assertKeepsContract(
                    ArticleEvents.json(new ArticleEvent.ArticleStored(EVENT_ID, AT, 1, article)));
        }
    }

    @Test
    void fullArticleIsWrittenAsItsExample() throws IOException {
        assertWrittenAsExample("article-stored.json", fullArticle(), fullPlace(), EVENT_ID, 2);
    }

    @Test
    void minimalArticleIsWrittenAsItsExample() throws IOException {
        Article article =
                new Article(
                        ArticleKind.NOTICE,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(new LineSpan(1, 1)));
        ArticlePlace place =
                new ArticlePlace(
                        "page-without-a-date-01",
                        "page without a date.txt",
                        SHA,
                        "page-without-a-date",
                        1,
                        IssueMetadata.UNKNOWN);

        assertWrittenAsExample(
                "article-stored-minimal.json",
                article,
                place,
                UUID.fromString("0198f0c2-7d3e-7c41-9d55-0c1f6f0a7b12"),
                1);
    }

    @Test
    void withdrawalIsWrittenAsItsExample() throws IOException {
        ArticleEvent event =
                new ArticleEvent.ArticleWithdrawn(
                        UUID.fromString("0198f0c2-7d3e-7c41-9d55-0c1f6f0a7b13"),
                        Instant.parse("2026-11-21T08:20:00Z"),
                        3,
                        "courier-1954-03-02-p01-03");

        assertThat(ArticleEvents.json(event)).isEqualTo(example("article-withdrawn.json"));
    }

    @Test
    void contentHashChangesWithAnyMemberAndWithNothingElse() {
        String hash = ArticleEvents.article(fullPlace(), fullArticle()).contentHash();

        assertThat(ArticleEvents.article(fullPlace(), fullArticle()).contentHash()).isEqualTo(hash);
        ArticlePlace elsewhere =
                new ArticlePlace(
                        fullPlace().articleId(),
                        fullPlace().fileName(),
                        SHA,
                        fullPlace().pageId(),
                        4,
                        fullPlace().metadata());
        assertThat(ArticleEvents.article(elsewhere, fullArticle()).contentHash())
                .isNotEqualTo(hash);
    }

    private static void assertWrittenAsExample(
            String name, Article article, ArticlePlace place, UUID eventId, long revision)
            throws IOException {
        ArticleJson json = ArticleEvents.article(place, article);
        String written =
                ArticleEvents.json(new ArticleEvent.ArticleStored(eventId, AT, revision, json));

        assertThat(written).isEqualTo(example(name));
    }

    private static String example(String name) throws IOException {
        String text = Files.readString(CONTRACT.resolve("examples").resolve(name)).strip();
        JsonNode node = JSON.readTree(text);
        assertThat(node.isObject()).isTrue();
        return text;
    }

    private static ArticlePlace fullPlace() {
        return new ArticlePlace(
                "courier-1954-03-02-p01-03",
                "courier/1954-03-02/01.txt",
                SHA,
                "courier-1954-03-02-p01",
                3,
                new IssueMetadata("courier", "边城日报", LocalDate.of(1954, 3, 2), "晨刊", 1, "要闻"));
    }

    private static Article fullArticle() {
        return new Article(
                ArticleKind.ARTICLE,
                found("港口新闻", 1, 0.6, "stands alone above the headline"),
                found("码头工人第三日停工", 2, 0.8, "short line right above the headline"),
                found("港口安静 船只待卸", 3, 0.95, "shares its words with the body"),
                found("谈判中午重开", 4, 0.7, "short line right below the headline"),
                found(
                        List.of(new Contributor("李明", "本报记者"), new Contributor("王小燕", "实习生")),
                        5,
                        0.99,
                        "byline mark"),
                found("边城", 5, 0.99, "place before 讯"),
                found("人民日报", 16, 0.99, "转自 at the end"),
                found("市总工会供稿", 17, 0.9, "供稿 at the end"),
                found(1, 5, 0.99, "上接"),
                found(4, 18, 0.99, "下转"),
                List.of(
                        new BodyPart.Paragraph("码头的吊车今天仍然停着。", spans(5, 6)),
                        new BodyPart.Subhead("谈判重开", spans(8, 8)),
                        new BodyPart.Paragraph("双方约定中午再谈。", spans(9, 9, 14, 15))),
                List.of(new Caption("停着的吊车。", List.of("高凯"), spans(20, 20))),
                spans(1, 9, 14, 18, 20, 20));
    }

    private static <T> Found<T> found(T value, int line, double confidence, String method) {
        return new Found<>(value, spans(line, line), confidence, method);
    }

    private static List<LineSpan> spans(int... ends) {
        return Stream.iterate(0, i -> i < ends.length, i -> i + 2)
                .map(i -> new LineSpan(ends[i], ends[i + 1]))
                .toList();
    }
}
