package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.issue.ArticleKind;
import org.broadsheet.ingest.issue.BodyPart;
import org.broadsheet.ingest.issue.Caption;
import org.broadsheet.ingest.issue.Contributor;
import org.broadsheet.ingest.issue.Found;
import org.broadsheet.ingest.issue.LineSpan;
import org.jspecify.annotations.Nullable;

/// Makes an article of a story: joins its paragraphs and reads the fields that stand inside them
/// (dateline, signature, source, jump).
final class ArticleBuilder {
    private static final double BESIDE = 0.92;
    private static final double KICKER = 0.25;
    private static final double KICKER_WITH_HEADLINE = 0.5;

    private final Story story;
    private final List<BodyPart> body;
    private final Ending ending;

    private ArticleBuilder(Story story) {
        this.story = story;
        List<BodyPart> parts = Paragraphs.of(story.body);
        this.ending = Ending.of(parts);
        this.body = ending.body();
    }

    static Article build(Story story) {
        return new ArticleBuilder(story).article();
    }

    private ArticleKind kind() {
        if (story.caption) {
            return ArticleKind.PHOTO;
        }
        Story.Tied headline = story.headline;
        boolean notice = headline != null && NoticeTitle.is(headline.heading().text());
        return notice || story.body.isEmpty() ? ArticleKind.NOTICE : ArticleKind.ARTICLE;
    }

    private Article article() {
        boolean photo = story.caption;
        List<Caption> captions = new ArrayList<>();
        if (photo) {
            captions.add(Captions.of(story));
        }
        story.pictures.stream().map(Captions::of).forEach(captions::add);
        Story.Tied headline = story.headline;
        return new Article(
                kind(),
                heading(story.column, 0.5, "column title over the story"),
                heading(story.kicker, aboveHeadline(), "line above the headline"),
                headline == null
                        ? null
                        : new Found<>(
                                headline.heading().text(),
                                headline.heading().spans(),
                                headline.confidence(),
                                headline.method()),
                heading(story.deck, besideHeadline(), "line below the headline"),
                photo ? null : byline(),
                photo ? null : dateline(),
                source(),
                photo ? null : credit(),
                jump(true),
                jump(false),
                photo ? List.of() : body,
                captions,
                lines());
    }

    /// A kicker that names an office is right where the headline below is; another one is less
    /// often, in seven of ten cases below the surest headline.
    private double aboveHeadline() {
        boolean office = story.kicker != null && HeadlineMatcher.isOffice(story.kicker.text());
        return office || story.headline == null
                ? besideHeadline()
                : KICKER + KICKER_WITH_HEADLINE * story.headline.confidence();
    }

    /// A deck is right where the headline above is, and mostly then.
    private double besideHeadline() {
        return story.headline == null ? 0.5 : BESIDE * story.headline.confidence();
    }

    private static @Nullable Found<String> heading(
            Block.@Nullable Heading heading, double confidence, String method) {
        return heading == null
                ? null
                : new Found<>(heading.text(), heading.spans(), confidence, method);
    }

    private @Nullable Found<List<Contributor>> byline() {
        List<Contributor> people = new ArrayList<>();
        List<LineSpan> spans = new ArrayList<>();
        for (Block.Mark mark : story.marks) {
            if (mark.cue() instanceof Cue.Byline byline) {
                people.addAll(byline.people());
                spans.add(mark.line().span());
            }
        }
        if (!people.isEmpty()) {
            return new Found<>(people, spans, story.bylineConfidence, "byline");
        }
        Dateline dateline = opening();
        if (dateline != null && !dateline.people().isEmpty()) {
            return new Found<>(dateline.people(), firstLine(), 0.95, "named in the dateline");
        }
        Cue.Signature signature = signature();
        return signature == null || signature.people().isEmpty()
                ? null
                : new Found<>(signature.people(), lastLine(), 0.7, "closing signature");
    }

    private @Nullable Dateline opening() {
        return body.isEmpty() ? null : Dateline.of(body.getFirst().text());
    }

    private @Nullable Found<String> dateline() {
        Dateline dateline = opening();
        return dateline == null || dateline.place() == null
                ? null
                : new Found<>(dateline.place(), firstLine(), 0.96, "opening of the report");
    }

    private Cue.@Nullable Signature signature() {
        for (Block.Mark mark : story.marks) {
            if (mark.cue() instanceof Cue.Signature signature) {
                return signature;
            }
        }
        return ending.signature();
    }

    private @Nullable Found<String> credit() {
        Cue.Signature signature = signature();
        if (signature != null) {
            return new Found<>(signature.credit(), lastLine(), 0.96, "closing signature");
        }
        for (Block.Mark mark : story.marks) {
            if (mark.cue() instanceof Cue.Byline byline && byline.people().isEmpty()) {
                return new Found<>(
                        mark.line().text(),
                        List.of(mark.line().span()),
                        0.9,
                        "signed by the paper");
            }
        }
        return null;
    }

    private @Nullable Found<String> source() {
        for (Block.Mark mark : story.marks) {
            if (mark.cue() instanceof Cue.Source source) {
                return new Found<>(
                        source.publication(), List.of(mark.line().span()), 0.8, "source line");
            }
        }
        return ending.source() == null
                ? null
                : new Found<>(ending.source(), lastLine(), 0.96, "source note at the end");
    }

    private @Nullable Found<Integer> jump(boolean from) {
        for (Block.Mark mark : story.marks) {
            if (mark.cue() instanceof Cue.Jump jump) {
                Integer page = from ? jump.from() : jump.to();
                if (page != null) {
                    return new Found<>(page, List.of(mark.line().span()), 0.98, "jump line");
                }
            }
        }
        Cue.Jump jump = ending.jump();
        Integer page = jump == null ? null : from ? jump.from() : jump.to();
        return page == null ? null : new Found<>(page, lastLine(), 0.97, "jump at the end");
    }

    private List<LineSpan> firstLine() {
        LineSpan first = body.getFirst().lines().getFirst();
        return List.of(new LineSpan(first.first(), first.first()));
    }

    private List<LineSpan> lastLine() {
        for (Block.Mark mark : story.marks) {
            if (mark.cue() instanceof Cue.Signature) {
                return List.of(mark.line().span());
            }
        }
        LineSpan last = body.getLast().lines().getLast();
        return List.of(new LineSpan(last.last(), last.last()));
    }

    private List<LineSpan> lines() {
        List<LineSpan> spans = new ArrayList<>();
        addLines(story, spans);
        spans.sort(Comparator.comparingInt(LineSpan::first));
        return spans;
    }

    private static void addLines(Story story, List<LineSpan> spans) {
        story.body.forEach(block -> addLines(block, spans));
        story.marks.forEach(block -> addLines(block, spans));
        addLines(story.headline == null ? null : story.headline.heading(), spans);
        addLines(story.kicker, spans);
        addLines(story.deck, spans);
        addLines(story.column, spans);
        story.pictures.forEach(picture -> addLines(picture, spans));
    }

    private static void addLines(@Nullable Block block, List<LineSpan> spans) {
        if (block != null) {
            block.lines().forEach(line -> spans.add(line.span()));
        }
    }
}
