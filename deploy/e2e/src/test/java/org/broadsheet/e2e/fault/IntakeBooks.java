package org.broadsheet.e2e.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.broadsheet.e2e.fault.Dropped.Kind;
import org.broadsheet.e2e.fault.Dropped.Place;

/// Accounts for every file of a hostile run: what became of it by the ledger, and where it lies.
/// PostgreSQL and the folder are asked themselves, never the services.
final class IntakeBooks {
    private static final int NAME_BYTES_MAX = 255;
    private static final int NAME_KEPT = 40;

    private final List<Dropped> dropped;
    private final Set<String> unsure;
    private final Map<String, List<Row>> rows = new HashMap<>();
    private final Map<String, List<Found>> found = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    /// By kind: what became of it, and how often.
    private final Map<Kind, Map<String, Integer>> outcomes = new TreeMap<>();

    private record Row(String name, String sha256, String state) {}

    private record Found(Place place, Path file) {}

    private IntakeBooks(List<Dropped> dropped, Set<String> unsure) {
        this.dropped = dropped;
        this.unsure = unsure;
    }

    /// @param unsure names of which nothing can be said
    static IntakeBooks of(Line line, List<Dropped> dropped, Set<String> unsure)
            throws SQLException, IOException {
        IntakeBooks books = new IntakeBooks(dropped, unsure);
        books.readLedger(line);
        books.readFolder(line.folder());
        books.account();
        return books;
    }

    /// What is wrong; empty when every file is accounted for, none twice, none lost.
    List<String> faults() {
        return List.copyOf(faults);
    }

    /// One line for each kind of file.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        outcomes.forEach(
                (kind, became) ->
                        lines.add(
                                "  %-28s %5d  %s"
                                        .formatted(
                                                kind.written(),
                                                became.values().stream()
                                                        .mapToInt(Integer::intValue)
                                                        .sum(),
                                                became)));
        return lines;
    }

    private void readLedger(Line line) throws SQLException {
        try (Connection connection = line.archive();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select name, sha256, state from issue_file")) {
            while (row.next()) {
                rows.computeIfAbsent(row.getString(1), _ -> new ArrayList<>())
                        .add(new Row(row.getString(1), row.getString(2), row.getString(3)));
            }
        }
    }

    private void readFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(IntakeBooks::wasDropped).toList()) {
                Path inside = folder.relativize(file);
                String top = inside.getName(0).toString();
                boolean isDone = top.equals("done");
                Place place =
                        isDone
                                ? Place.DONE
                                : top.equals("rejected") ? Place.REJECTED : Place.DROP_FOLDER;
                int depth = isDone ? 2 : place == Place.REJECTED ? 1 : 0;
                String name =
                        inside.subpath(depth, inside.getNameCount())
                                .toString()
                                .replaceFirst("~[0-9]+$", "");
                found.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Found(place, file));
                requireWords(place, file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean wasDropped(Path file) {
        String name = file.getFileName().toString();
        return !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
                && !name.endsWith(".receipt.json")
                && !name.endsWith(".reason.txt");
    }

    private void requireWords(Place place, Path file) throws IOException {
        List<String> wanted =
                switch (place) {
                    case DONE -> List.of(".receipt.json");
                    case REJECTED -> List.of(".receipt.json", ".reason.txt");
                    case DROP_FOLDER, NOWHERE -> List.of();
                };
        for (String ending : wanted) {
            if (!hasWords(file, ending)) {
                faults.add("without " + ending + ": " + shown(file.toString()));
            }
        }
    }

    /// A name that leaves no room for the ending is cut.
    private static boolean hasWords(Path file, String ending) throws IOException {
        String name = file.getFileName().toString();
        if ((name + ending).getBytes(StandardCharsets.UTF_8).length <= NAME_BYTES_MAX) {
            Path words = file.resolveSibling(name + ending);
            return Files.exists(words) && Files.size(words) > 0;
        }
        try (Stream<Path> siblings = Files.list(file.getParent())) {
            return siblings.map(each -> each.getFileName().toString())
                    .anyMatch(
                            each ->
                                    each.startsWith(name.substring(0, NAME_KEPT))
                                            && each.endsWith(ending));
        }
    }

    private void account() throws IOException {
        Map<String, Integer> stored = new HashMap<>();
        for (Dropped each : dropped) {
            account(each);
        }
        rows.values().stream()
                .flatMap(List::stream)
                .filter(row -> row.state().equals("stored"))
                .forEach(row -> stored.merge(row.sha256(), 1, Integer::sum));
        stored.forEach(
                (sha256, times) -> {
                    if (times > 1) {
                        faults.add("stored twice: " + sha256);
                    }
                });
        for (Dropped each : dropped) {
            Kind kind = each.kind();
            boolean mustBeStored = kind.states().contains("stored") && kind != Kind.DELETED;
            if (mustBeStored && !stored.containsKey(each.sha256())) {
                faults.add("lost: " + kind.written() + " " + shown(each.name()));
            }
        }
        Set<String> names = new HashSet<>(unsure);
        dropped.forEach(each -> names.add(each.name()));
        rows.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> faults.add("in the ledger, never dropped: " + shown(name)));
        found.keySet().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> faults.add("in the folder, never dropped: " + shown(name)));
    }

    private void account(Dropped each) throws IOException {
        Kind kind = each.kind();
        List<String> states =
                rows.getOrDefault(each.name(), List.of()).stream()
                        .filter(
                                row ->
                                        each.sha256().isEmpty()
                                                || row.sha256().equals(each.sha256()))
                        .map(Row::state)
                        .sorted()
                        .toList();
        String became = states.isEmpty() ? "none" : String.join("+", states);
        outcomes.computeIfAbsent(kind, _ -> new TreeMap<>()).merge(became, 1, Integer::sum);
        boolean mayComeOften = kind == Kind.UPLOAD;
        boolean isRight =
                states.isEmpty()
                        ? kind.states().contains("none")
                        : kind.states().containsAll(states) && (states.size() == 1 || mayComeOften);
        if (!isRight) {
            faults.add("%s %s became %s".formatted(kind.written(), shown(each.name()), became));
        }
        List<Found> here = new ArrayList<>();
        for (Found file : found.getOrDefault(each.name(), List.of())) {
            if (each.sha256().isEmpty() || hash(file.file()).equals(each.sha256())) {
                here.add(file);
            }
        }
        List<Place> places = here.stream().map(Found::place).toList();
        boolean liesRight =
                places.isEmpty()
                        ? kind.mayBeGone()
                        : places.size() == 1 && kind.place() == places.getFirst();
        if (!liesRight) {
            faults.add("%s %s lies in %s".formatted(kind.written(), shown(each.name()), places));
        }
    }

    private static String hash(Path file) throws IOException {
        return Files.isSymbolicLink(file) ? "" : Press.sha256(Files.readAllBytes(file));
    }

    private static String shown(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
