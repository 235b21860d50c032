package org.broadsheet.ingest.enrich;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.issue.BodyPart;
import org.broadsheet.ingest.issue.Caption;
import org.broadsheet.ingest.issue.Found;
import org.jspecify.annotations.Nullable;

/// Article in, what its words tell out. The same article gives the same findings.
public final class Enricher {
    private Enricher() {}

    public static Enrichment enrich(Article article) {
        List<String> heading =
                Stream.of(article.kicker(), article.headline(), article.deck())
                        .flatMap(Enricher::given)
                        .toList();
        List<String> body = article.body().stream().map(BodyPart::text).toList();
        List<String> texts = new ArrayList<>(heading);
        texts.addAll(body);
        article.captions().stream().map(Caption::text).forEach(texts::add);

        TaggedText tagged = TaggedText.of(texts, heading.size());
        String running = String.join("\n", body.isEmpty() ? texts : body);
        List<String> places = Places.in(tagged, given(article.dateline()).toList());
        return new Enrichment(
                Persons.in(tagged),
                places,
                Organisations.in(tagged),
                Keywords.of(tagged),
                SimHash.bands(running),
                Reprint.key(running));
    }

    private static Stream<String> given(@Nullable Found<String> found) {
        return found == null ? Stream.empty() : Stream.of(found.value());
    }
}
