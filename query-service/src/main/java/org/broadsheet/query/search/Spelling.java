package org.broadsheet.query.search;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.broadsheet.query.article.ArticleIndex;
import org.broadsheet.query.article.IndexConfig;
import org.broadsheet.query.syntax.QueryNode.Leaf;
import org.broadsheet.query.syntax.QueryNode.Phrase;
import org.broadsheet.query.syntax.QueryNode.Word;
import org.broadsheet.query.syntax.ReadQuery;
import org.broadsheet.query.syntax.Units;
import org.broadsheet.query.wording.Language;

/// Did you mean: for a search that finds almost nothing, queries that differ from it by one likely
/// slip and find far more.
@ApplicationScoped
class Spelling {
    private static final int HITS_FEW = 3;
    private static final int TIMES_MORE = 10;
    private static final int TRIED_MAX = 6;
    private static final int OFFERED_MAX = 3;
    private static final int UNITS_MAX = 8;

    private final ArticleIndex index;
    private final Lexicons lexicons;
    private final IndexConfig config;

    Spelling(ArticleIndex index, Lexicons lexicons, IndexConfig config) {
        this.config = config;
        this.index = index;
        this.lexicons = lexicons;
    }

    /// Within `search.spelling-deadline`, else none: what is only helpful never makes a search late
    /// or fail.
    ///
    /// @param total how much the search itself finds
    List<String> suggestions(SearchQuery search, long total) {
        FutureTask<List<String>> looking = new FutureTask<>(() -> found(search, total));
        Thread.ofVirtual().name("spelling").start(looking);
        try {
            return looking.get(config.spellingDeadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return List.of();
        } catch (ExecutionException failed) {
            Log.warnf("no suggestions: %s", failed.getCause());
            return List.of();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private List<String> found(SearchQuery search, long total) {
        List<Leaf> suspects =
                total < HITS_FEW && search.cursor() == null
                        ? search.read().wanted().filter(Spelling::isSuspect).toList()
                        : List.of();
        if (suspects.isEmpty()) {
            return List.of();
        }
        Optional<Lexicon> lexicon = lexicons.current();
        if (lexicon.isEmpty()) {
            return List.of();
        }
        return suspects.stream()
                .flatMap(suspect -> meant(search.read(), suspect, lexicon.get()))
                .distinct()
                .limit(TRIED_MAX)
                .filter(query -> finds(search.asking(query)) >= Math.max(1, total * TIMES_MORE))
                .limit(OFFERED_MAX)
                .toList();
    }

    private static boolean isSuspect(Leaf leaf) {
        int units = Units.count(text(leaf));
        return units >= 2 && units <= UNITS_MAX && Units.isRunning(text(leaf));
    }

    private static Stream<String> meant(ReadQuery read, Leaf suspect, Lexicon lexicon) {
        List<String> meant = new ArrayList<>();
        for (String candidate : lexicon.candidates(text(suspect))) {
            meant.add(read.replacing(suspect, with(suspect, candidate)).readAs(Language.ZH));
        }
        return meant.stream().limit(OFFERED_MAX);
    }

    private long finds(SearchQuery search) {
        return index.count(
                QueryClauses.both(
                        ArticleQuestion.query(search), FacetFilters.of(search.choices())));
    }

    private static String text(Leaf leaf) {
        return switch (leaf) {
            case Word(_, String text) -> text;
            case Phrase(_, String text, _) -> text;
            default -> "";
        };
    }

    private static Leaf with(Leaf leaf, String text) {
        return switch (leaf) {
            case Word word -> new Word(word.field(), text);
            case Phrase phrase -> new Phrase(phrase.field(), text, phrase.slop());
            default -> leaf;
        };
    }
}
