package org.broadsheet.ingest.parse;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.ingest.issue.Furniture;
import org.broadsheet.ingest.issue.LineSpan;
import org.jspecify.annotations.Nullable;

/// Puts every loose heading and mark in its place: tied to a story, furniture, or unplaced.
final class Placing {
    private static final int SHORT_CAPTION = 60;
    private static final double REPEATED = 0.3;
    private static final double MORE = 0.1;

    private final List<Block> blocks;
    private final IdentityHashMap<Block, Integer> placeOf = new IdentityHashMap<>();
    private final List<Story> stories;
    private final List<Block> loose;
    private final Vocabulary vocabulary;
    private final List<Furniture> furniture = new ArrayList<>();
    private final List<LineSpan> unplaced = new ArrayList<>();
    private final List<Block.Mark> pictureSources = new ArrayList<>();

    Placing(List<Block> blocks, List<Story> stories, List<Block> loose, Vocabulary vocabulary) {
        this.blocks = blocks;
        for (int at = 0; at < blocks.size(); at++) {
            placeOf.put(blocks.get(at), at);
        }
        this.stories = stories;
        this.loose = loose;
        this.vocabulary = vocabulary;
    }

    Layout place() {
        placeMarks();
        placeHeadings();
        placePictureSources();
        placePictures();
        return new Layout(stories, furniture, unplaced);
    }

    private void placeMarks() {
        for (Block block : loose) {
            if (block instanceof Block.Mark mark && !(mark.cue() instanceof Cue.Byline)) {
                place(mark);
            }
        }
    }

    private void placeBylines() {
        List<Block.Mark> bylines = new ArrayList<>();
        for (Block block : loose) {
            if (block instanceof Block.Mark mark && mark.cue() instanceof Cue.Byline) {
                bylines.add(mark);
            }
        }
        new BylineMatcher(stories, blocks).match(bylines).forEach(b -> unplaced.addAll(b.spans()));
    }

    private void place(Block.Mark mark) {
        Story before = storyBefore(mark);
        Story after = storyAfter(mark);
        Story story =
                switch (mark.cue()) {
                    case Cue.Signature _ -> before;
                    case Cue.Source _ -> followsProse(mark) ? before : null;
                    case Cue.PhotoCredit _ ->
                            before != null && before.caption ? before : captionOf(after);
                    case Cue.Jump jump -> jump.from() != null ? after : before;
                    case Cue.Byline _, Cue.Heading _, Cue.PageLine _, Cue.Plain _ -> null;
                };
        if (story != null) {
            story.marks.add(mark);
        } else if (mark.cue() instanceof Cue.PageLine(String what)) {
            furnish(mark, mark.line().text(), what);
        } else if (mark.cue() instanceof Cue.Source) {
            pictureSources.add(mark);
        } else {
            unplaced.addAll(mark.spans());
        }
    }

    private static @Nullable Story captionOf(@Nullable Story story) {
        return story != null && story.caption ? story : null;
    }

    private boolean followsProse(Block.Mark mark) {
        int at = placeOf.getOrDefault(mark, 0);
        return at > 0 && blocks.get(at - 1) instanceof Block.Prose;
    }

    private @Nullable Story storyBefore(Block block) {
        Story nearest = null;
        for (Story story : stories) {
            boolean before = story.end() < block.firstLine().first();
            if (before && (nearest == null || story.end() > nearest.end())) {
                nearest = story;
            }
        }
        return nearest;
    }

    private @Nullable Story storyAfter(Block block) {
        Story nearest = null;
        for (Story story : stories) {
            boolean after = story.start() > block.firstLine().first();
            if (after && (nearest == null || story.start() < nearest.start())) {
                nearest = story;
            }
        }
        return nearest;
    }

    private void placeHeadings() {
        List<Block.Heading> headings = new ArrayList<>();
        for (Block block : loose) {
            if (block instanceof Block.Heading heading) {
                headings.add(heading);
            }
        }
        Map<Block.Heading, Block.Heading> kickers = HeadlineMatcher.kickers(blocks);
        kickers.entrySet()
                .removeIf(
                        tie ->
                                !headings.contains(tie.getKey())
                                        || !headings.contains(tie.getValue()));
        headings.removeAll(kickers.values());
        new HeadlineMatcher(stories, headings, blocks, vocabulary)
                .match()
                .forEach(
                        (story, tied) -> {
                            story.headline = tied;
                            story.kicker = kickers.remove(tied.heading());
                            headings.remove(tied.heading());
                        });
        placeBylines();
        headings.addAll(kickers.values());
        List<Block.Heading> unnamed = new BareByline(stories, blocks).tie(headings);
        List<Block.Heading> rest = new HeadingCompanions(stories, blocks, vocabulary).tie(unnamed);
        SoloItems items = new SoloItems(stories, rest);
        items.captions();
        List<Block.Heading> left = items.notices();
        left.forEach(this::placeRest);
    }

    /// What no story claims is a column title where it looks like one. Other lines are mostly
    /// headlines whose story was not found: better unplaced than furniture.
    private void placeRest(Block.Heading heading) {
        if (HeadingCompanions.isColumnTitle(heading)) {
            furnish(heading, heading.text(), "column");
        } else {
            unplaced.addAll(heading.spans());
        }
    }

    /// A source that floats between stories belongs to a picture, not to a text. Where the page has
    /// one item that is nothing but a picture, it is that one's (000:5-18); else no one can tell.
    private void placePictureSources() {
        List<Story> pictures = stories.stream().filter(s -> s.body.isEmpty()).toList();
        for (Block.Mark source : pictureSources) {
            if (pictures.size() == 1 && pictureSources.size() == 1) {
                pictures.getFirst().marks.add(source);
            } else {
                furnish(source, source.line().text(), "picture credit");
            }
        }
    }

    /// A picture without a title of its own belongs to the story that goes on around it, or, where
    /// its caption only says what it shows (图为…), to the story it follows.
    private void placePictures() {
        for (Story picture : List.copyOf(stories)) {
            Story photographed = picture.caption ? byItsPhotographer(picture) : null;
            if (photographed != null && picture.headline == null) {
                photographed.pictures.add(picture);
                stories.remove(picture);
                continue;
            }
            boolean bare = picture.headline == null && picture.kicker == null;
            if (picture.caption && bare && (picture.inside || isShort(picture))) {
                Story repeats = textLike(picture);
                Story story = picture.inside || repeats == null ? textBefore(picture) : repeats;
                if (story != null) {
                    story.pictures.add(picture);
                    stories.remove(picture);
                }
            }
        }
    }

    /// The one story whose writer took the picture.
    private @Nullable Story byItsPhotographer(Story picture) {
        List<String> photographers = Captions.of(picture).photographers();
        List<Story> signed =
                photographers.isEmpty()
                        ? List.of()
                        : stories.stream()
                                .filter(s -> !s.caption && isBy(s, photographers))
                                .toList();
        return signed.size() == 1 ? signed.getFirst() : null;
    }

    /// Whether the byline of a story, or the dateline it opens with (`本报讯（记者 闻道）`), names one of
    /// the people.
    private static boolean isBy(Story story, List<String> people) {
        Dateline dateline = story.body.isEmpty() ? null : Dateline.of(story.text());
        return story.marks.stream().anyMatch(m -> names(m, people))
                || (dateline != null
                        && dateline.people().stream().anyMatch(p -> people.contains(p.name())));
    }

    private static boolean names(Block.Mark mark, List<String> photographers) {
        return mark.cue() instanceof Cue.Byline byline
                && byline.people().stream().anyMatch(p -> photographers.contains(p.name()));
    }

    private static boolean isShort(Story picture) {
        String text = picture.text();
        return text.length() <= SHORT_CAPTION
                && (text.startsWith("图为")
                        || CaptionFinder.isNumbered(text)
                        || CaptionFinder.isPositioned(text)
                        || CaptionFinder.isScene(text)
                        || isGiven(picture));
    }

    /// Whether the credit names whose the picture is, and no photographer: `（受訪者提供）`.
    private static boolean isGiven(Story picture) {
        return PhotoCredit.tailOf(picture.text()) >= 0
                && Captions.of(picture).photographers().isEmpty();
    }

    /// The one story that repeats most of a caption's words.
    private @Nullable Story textLike(Story picture) {
        int[] words = picture.pairs(vocabulary);
        Story like = null;
        double most = 0;
        double second = 0;
        for (Story story : stories) {
            double repeated =
                    story.caption || story.body.isEmpty()
                            ? 0
                            : vocabulary.coverage(words, story.pairs(vocabulary));
            second = Math.max(second, Math.min(most, repeated));
            like = repeated > most ? story : like;
            most = Math.max(most, repeated);
        }
        return most >= REPEATED && most - second >= MORE ? like : null;
    }

    private @Nullable Story textBefore(Story picture) {
        Story nearest = null;
        for (Story story : stories) {
            boolean before = !story.caption && story.start() < picture.start();
            if (before && !story.body.isEmpty()) {
                nearest = nearest == null || story.start() > nearest.start() ? story : nearest;
            }
        }
        return nearest;
    }

    private void furnish(Block block, String text, String what) {
        furniture.add(new Furniture(text, what, block.spans()));
    }
}
