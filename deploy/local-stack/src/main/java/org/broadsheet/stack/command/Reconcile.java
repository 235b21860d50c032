package org.broadsheet.stack.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.http.Json;
import org.broadsheet.stack.http.Lines;
import org.broadsheet.stack.terminal.Terminal;

final class Reconcile implements Command {
    private static final int EXAMPLES_MAX = 20;

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public String summary() {
        return "Compares the archive with the search index, article by article.";
    }

    @Override
    public String description() {
        return """
        Each article of PostgreSQL must be in the index, with the same revision, the same content
        and the same state of withdrawal, and nothing else may be there. What is on its way at that
        moment shows up as a difference: call it again. Exit code 0 when both agree. Old
        withdrawals may have been purged from the index: that is no difference.""";
    }

    @Override
    public int run(Session session, Arguments arguments) {
        Service ingest = Service.named(session.stack(), "ingest-service");
        Service index = Service.named(session.stack(), "index-service");
        Differences differences = new Differences(session.terminal());
        long articles;
        try (Lines archived = Lines.of(ingest.address() + "/api/ledger");
                Lines indexed = Lines.of(index.address() + "/api/ledger")) {
            articles = compare(archived, indexed, differences);
        } catch (IOException e) {
            throw new Problem(
                    "The comparison broke off: " + e.getMessage(),
                    "deploy/status shows what is not ready.");
        }
        session.terminal().line(articles + " articles, " + differences.count + " differences.");
        if (differences.count > 0) {
            session.terminal()
                    .line("deploy/republish mends what the index lacks, deploy/reindex the rest.");
        }
        return differences.count == 0 ? 0 : 1;
    }

    /// Both come in the order of the bytes of their ids.
    static long compare(Lines archived, Lines indexed, Differences differences) throws IOException {
        long articles = 0;
        Optional<Json> wanted = next(archived);
        Optional<Json> found = next(indexed);
        while (wanted.isPresent() || found.isPresent()) {
            int order = order(wanted, found);
            if (order < 0) {
                differences.missing(wanted.orElseThrow());
            } else if (order > 0) {
                differences.unwanted(found.orElseThrow());
            } else {
                differences.both(wanted.orElseThrow(), found.orElseThrow());
            }
            if (order <= 0) {
                articles++;
                wanted = next(archived);
            }
            if (order >= 0) {
                found = next(indexed);
            }
        }
        return articles;
    }

    private static Optional<Json> next(Lines lines) throws IOException {
        return lines.next().map(Json::parse);
    }

    private static int order(Optional<Json> one, Optional<Json> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? 1 : -1;
        }
        return Arrays.compareUnsigned(
                id(one.get()).getBytes(StandardCharsets.UTF_8),
                id(other.get()).getBytes(StandardCharsets.UTF_8));
    }

    private static String id(Json article) {
        return article.at("id").text().orElse("");
    }

    private static boolean isWithdrawn(Json article) {
        return article.at("withdrawn").equals(new Json.Word("true"));
    }

    /// Prints the first ones and counts all.
    static final class Differences {
        private final Terminal terminal;
        private long count;

        Differences(Terminal terminal) {
            this.terminal = terminal;
        }

        void missing(Json wanted) {
            if (!isWithdrawn(wanted)) {
                tell(id(wanted), "not in the index");
            }
        }

        void unwanted(Json found) {
            tell(id(found), "in the index, not in the archive");
        }

        void both(Json wanted, Json found) {
            if (!wanted.at("revision").equals(found.at("revision"))) {
                tell(id(wanted), "another revision");
            } else if (isWithdrawn(wanted) != isWithdrawn(found)) {
                tell(
                        id(wanted),
                        isWithdrawn(wanted)
                                ? "not withdrawn in the index"
                                : "withdrawn in the index");
            } else if (!isWithdrawn(wanted)
                    && !wanted.at("contentHash").equals(found.at("contentHash"))) {
                tell(id(wanted), "another content");
            }
        }

        private void tell(String id, String what) {
            count++;
            if (count <= EXAMPLES_MAX) {
                terminal.line("  " + id + "  " + what);
            }
        }
    }
}
