package org.broadsheet.benchmark;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.broadsheet.benchmark.data.Queries;
import org.broadsheet.benchmark.data.RelaidPages;
import org.broadsheet.benchmark.line.Archive;
import org.broadsheet.benchmark.line.Stack;
import org.broadsheet.benchmark.result.Report;
import org.broadsheet.benchmark.result.Report.Section;

/// Answers questions about speed, one after the other, and writes the page of results. Started by
/// `deploy/bench`, which explains them.
final class Main {
    private static final long SEED = 1;
    private static final int QUERIES = 200;

    private final Wishes wishes;
    private final PrintStream out;
    private final Report report;
    private final RelaidPages pages;

    private Main(Wishes wishes, PrintStream out) {
        this.wishes = wishes;
        this.out = out;
        this.report = new Report(wishes.into());
        this.pages = new RelaidPages(Path.of("seeds"), SEED);
    }

    public static void main(String[] arguments) {
        try {
            new Main(Wishes.of(List.of(arguments)), System.out).answer();
        } catch (IllegalArgumentException wrong) {
            System.err.println("deploy/bench: " + wrong.getMessage());
            System.exit(2);
        }
    }

    private void answer() {
        Effort effort = wishes.effort();
        for (String question : wishes.questions()) {
            switch (question) {
                case "parse" -> add(new ParseFigures(wishes.folder(), effort, out).section());
                case "analysis" -> add(new AnalysisFigures(wishes.folder(), effort, out).section());
                case "generate" -> generate();
                default -> {}
            }
        }
        for (String question : wishes.questions()) {
            if (Wishes.OF_THE_LINE.contains(question)) {
                answerOfTheLine(question, effort);
            }
        }
        if (wishes.questions().stream().anyMatch(Wishes.OF_AN_ARCHIVE::contains)) {
            answerOfAnArchive(effort);
        }
        if (!wishes.questions().equals(List.of("generate"))) {
            out.println("The page of results is " + wishes.into().resolve("README.md") + ".");
        }
    }

    private void generate() {
        pages.write(wishes.folder(), wishes.pages());
        out.printf(Locale.ROOT, "%,d pages are in %s.%n", wishes.pages(), wishes.folder());
    }

    private void answerOfTheLine(String question, Effort effort) {
        Stack stack = Stack.ofEnvironment();
        switch (question) {
            case "intake" -> add(new IntakeFigures(stack, pages, effort, out).section());
            case "relay" -> add(new RelayFigures(stack, pages, effort, out).section());
            case "line" -> new LineFigures(stack, pages, effort, out).sections().forEach(this::add);
            case "freshness" -> add(new FreshnessFigures(stack, pages, effort, out).section());
            case "start" -> add(new StartFigures(stack, effort, out).section());
            default -> throw new IllegalArgumentException(question);
        }
    }

    private void answerOfAnArchive(Effort effort) {
        Stack stack = Stack.ofEnvironment();
        try (Archive archive = new Archive(stack, pages)) {
            // It fills the archive step by step itself.
            if (wishes.questions().contains("growth")) {
                add(new GrowthFigures(pages, archive, effort, out).section());
            }
            archive.growTo(effort.articles());
            out.printf(
                    Locale.ROOT,
                    "%,d articles of %,d pages.%n",
                    archive.articles(),
                    archive.pages());
            if (wishes.questions().contains("search")) {
                add(search(archive, effort));
            }
            if (wishes.questions().contains("completion")) {
                add(completion(archive, effort));
            }
            if (wishes.questions().contains("export")) {
                add(new ExportFigures(archive, effort, out).section());
            }
            if (wishes.questions().contains("index")) {
                add(new IndexFigures(archive, effort, out).section());
            }
        }
    }

    private Section search(Archive archive, Effort effort) {
        Answering answering = new Answering(effort, out);
        return answering.section(
                "search",
                "Search",
                ("%d mixed queries (words, two words, phrases, sentences, authors, filters) made of the"
                                + " seeds' text, on %,d articles, each client in an order of its own. Raw:"
                                + " the questions that query-service puts to Elasticsearch for each of"
                                + " them, noted beforehand, with facets and highlights, sent by the same"
                                + " client.")
                        .formatted(QUERIES, archive.articles()),
                "Goals: half within raw + 1 ms, 99 of 100 within 1.25 of raw, throughput 0.8 of raw.",
                answering.measured(archive, Queries.searches(pages, QUERIES)));
    }

    private Section completion(Archive archive, Effort effort) {
        Answering answering = new Answering(effort, out);
        return answering.section(
                "completion",
                "Completion",
                ("%d beginnings of what may be typed, in characters and letters of pinyin, on %,d articles;"
                                + " the rest as for searches.")
                        .formatted(QUERIES, archive.articles()),
                "Goal: 99 of 100 within 20 ms.",
                answering.measured(archive, Queries.suggestions(pages, QUERIES)));
    }

    private void add(Section section) {
        report.add(section);
        out.println(section.text());
    }
}
