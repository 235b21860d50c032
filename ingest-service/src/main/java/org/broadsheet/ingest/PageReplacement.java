package org.broadsheet.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.broadsheet.ingest.drop.RawFile;
import org.broadsheet.ingest.enrich.NewspaperCode;
import org.broadsheet.ingest.event.ArticleEvent;
import org.broadsheet.ingest.event.ArticleEvents;
import org.broadsheet.ingest.event.ArticleJson;
import org.broadsheet.ingest.event.ArticlePlace;
import org.broadsheet.ingest.issue.Article;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.outbox.Outbox;
import org.broadsheet.ingest.parse.PageText;
import org.broadsheet.ingest.parse.ParsedPage;
import org.broadsheet.ingest.store.ArticleRecognition;
import org.broadsheet.ingest.store.ArticleRow;
import org.broadsheet.ingest.store.KnownArticle;
import org.broadsheet.ingest.store.LineBalance;
import org.broadsheet.ingest.store.Newspapers;
import org.broadsheet.ingest.store.PageRow;
import org.broadsheet.ingest.store.PageStore;

/// Puts a page as parsed now in the place of what was stored: articles known again keep their ids,
/// new ones get new ids, those no longer there are withdrawn, and an event is written for each that
/// changed. Runs in the transaction of [Archive].
@ApplicationScoped
class PageReplacement {
    private final PageStore pages;
    private final Newspapers newspapers;
    private final Outbox outbox;
    private final Clock clock;

    PageReplacement(PageStore pages, Newspapers newspapers, Outbox outbox, Clock clock) {
        this.pages = pages;
        this.newspapers = newspapers;
        this.outbox = outbox;
        this.clock = clock;
    }

    SavedPage replace(Connection connection, long fileId, RawFile file, int ordinal, IssuePage now)
            throws SQLException {
        ParsedPage parsed = now.parsed();
        LineBalance balance =
                LineBalance.of(
                        now.text().linesToPlace(),
                        parsed.articles(),
                        parsed.furniture(),
                        parsed.unplaced());
        return replace(connection, fileId, file, ordinal, now, balance);
    }

    /// Withdraws what stood on a page that the file no longer has.
    SavedPage clear(Connection connection, long fileId, RawFile file, int ordinal)
            throws SQLException {
        ParsedPage empty = new ParsedPage(List.of(), List.of(), List.of(), List.of(), List.of());
        IssuePage cleared = new IssuePage(new PageText(List.of(), 1), empty, IssueMetadata.UNKNOWN);
        return replace(connection, fileId, file, ordinal, cleared, new LineBalance(0, 0, 0, 0));
    }

    private SavedPage replace(
            Connection connection,
            long fileId,
            RawFile file,
            int ordinal,
            IssuePage given,
            LineBalance balance)
            throws SQLException {
        ParsedPage parsed = given.parsed();
        PageRow page = pages.page(connection, file.name(), ordinal);
        // What was once known of a page stays, until something else is said.
        IssueMetadata metadata =
                newspapers.registered(
                        connection,
                        given.metadata().orElse(pages.metadata(connection, page.id())),
                        NewspaperCode::of);
        List<String> ids = new ArrayList<>();
        List<KnownArticle> known = pages.articles(connection, page.id());
        List<ArticleRow> rows = new ArrayList<>();
        List<ArticleEvent> events = new ArrayList<>();
        long revision = page.revision() + 1;
        int articlesEver = page.articlesEver();

        List<String> texts = parsed.articles().stream().map(ArticleText::of).toList();
        Map<Integer, KnownArticle> before = ArticleRecognition.match(texts, known);
        for (int i = 0; i < texts.size(); i++) {
            KnownArticle was = before.get(i);
            int number = was == null ? ++articlesEver : was.number();
            String id = was == null ? "%s-%02d".formatted(page.id(), number) : was.id();
            ids.add(id);
            Article article = parsed.articles().get(i);
            ArticleJson json =
                    ArticleEvents.article(place(file, page, metadata, id, i + 1), article);
            String hash = String.valueOf(json.contentHash());
            if (was == null || was.isWithdrawn() || !was.contentHash().equals(hash)) {
                String content = ArticleEvents.json(json);
                rows.add(new ArticleRow(id, number, i + 1, revision, hash, content, texts.get(i)));
                events.add(
                        new ArticleEvent.ArticleStored(UUID.randomUUID(), now(), revision, json));
            }
        }
        List<String> gone = gone(known, before);
        for (String id : gone) {
            events.add(new ArticleEvent.ArticleWithdrawn(UUID.randomUUID(), now(), revision, id));
        }

        long stored = events.isEmpty() ? page.revision() : revision;
        PageRow now = new PageRow(page.id(), page.fileName(), ordinal, stored, articlesEver);
        pages.replace(connection, now, fileId, metadata, balance, PageFindings.json(parsed));
        pages.put(connection, page.id(), rows);
        pages.withdraw(connection, gone, revision);
        outbox.append(connection, events);
        return new SavedPage(page.id(), metadata, ids, rows.size(), gone.size());
    }

    private Instant now() {
        return clock.instant();
    }

    private static ArticlePlace place(
            RawFile file, PageRow page, IssueMetadata metadata, String id, int position) {
        return new ArticlePlace(id, file.name(), file.sha256(), page.id(), position, metadata);
    }

    private static List<String> gone(
            List<KnownArticle> known, Map<Integer, KnownArticle> stillThere) {
        Set<String> kept =
                stillThere.values().stream().map(KnownArticle::id).collect(Collectors.toSet());
        return known.stream()
                .filter(article -> !article.isWithdrawn())
                .map(KnownArticle::id)
                .filter(id -> !kept.contains(id))
                .toList();
    }
}
