package org.broadsheet.benchmark.result;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The results page: a folder with one section for each question that has been answered, their
/// plots, and a README of all of them. A question that is answered again takes the place of its
/// former answer.
public final class Report {
    /// In the order of the page.
    private static final List<String> ORDER =
            List.of(
                    "parse",
                    "analysis",
                    "intake",
                    "relay",
                    "index",
                    "line",
                    "memory",
                    "freshness",
                    "start",
                    "search",
                    "completion",
                    "export",
                    "growth");

    /// Written by hand, behind what was measured: why a figure is below its goal, what profiles
    /// showed, what an archive a thousand times as large would need.
    private static final List<String> BY_HAND = List.of("below", "profiles", "ten-million");

    private static final Pattern SIZE = Pattern.compile("-(\\d+)$");

    private final Path folder;

    public Report(Path folder) {
        this.folder = folder;
    }

    /// The answer to one question.
    ///
    /// @param name of its file: a question that the page knows, and behind it the size of the
    ///   archive where answers for several stand side by side (`search-100000`)
    /// @param title what was asked
    /// @param method what was measured against what, on how much
    /// @param table its first row is the heading
    /// @param remarks what the figures mean
    public record Section(
            String name,
            String title,
            String method,
            List<List<String>> table,
            List<String> remarks,
            List<Plot> plots) {
        public Section {
            table = List.copyOf(table);
            remarks = List.copyOf(remarks);
            plots = List.copyOf(plots);
        }

        /// As it is printed where somebody waits for it.
        public String text() {
            List<Integer> widths = new ArrayList<>();
            for (int column = 0; column < table.getFirst().size(); column++) {
                int at = column;
                widths.add(table.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
            }
            StringBuilder text = new StringBuilder("\n" + title + "\n\n");
            for (List<String> row : table) {
                for (int column = 0; column < row.size(); column++) {
                    String cell = row.get(column);
                    text.append(cell).repeat(' ', widths.get(column) - cell.length() + 2);
                }
                text.append('\n');
            }
            remarks.forEach(remark -> text.append('\n').append(remark));
            return text.append('\n').toString();
        }

        private String markdown() {
            StringBuilder text = new StringBuilder("## " + title + "\n\n" + method + "\n\n");
            for (int row = 0; row < table.size(); row++) {
                text.append("| ").append(String.join(" | ", table.get(row))).append(" |\n");
                if (row == 0) {
                    text.repeat("|---", table.getFirst().size()).append("|\n");
                }
            }
            text.append('\n');
            plots.forEach(
                    plot -> text.append("![%s](%s.svg)\n\n".formatted(plot.title(), plot.name())));
            remarks.forEach(remark -> text.append("- ").append(remark).append('\n'));
            return text.append("\nMeasured on ")
                    .append(LocalDate.now(ZoneOffset.UTC))
                    .append(": ")
                    .append(Machine.described())
                    .append(".\n")
                    .toString();
        }
    }

    /// Writes a section and the page anew.
    public void add(Section section) {
        if (!ORDER.contains(question(section.name()))) {
            throw new IllegalArgumentException("the page does not know " + section.name());
        }
        try {
            Files.createDirectories(folder);
            for (Plot plot : section.plots()) {
                Files.writeString(folder.resolve(plot.name() + ".svg"), plot.svg());
            }
            Files.writeString(folder.resolve(section.name() + ".md"), section.markdown());
            List<String> sections = new ArrayList<>();
            for (String name : Stream.concat(ORDER.stream(), BY_HAND.stream()).toList()) {
                for (Path file : files(name)) {
                    sections.add(Files.readString(file));
                }
            }
            Files.writeString(
                    folder.resolve("README.md"),
                    """
                    # Figures

                    Each is the median of rounds that alternate with what it is compared with, in one run on one
                    machine; in brackets the least and the most of the rounds. The ratios are what counts.
                    `deploy/bench` measures them anew; its method stands in the README of deploy/benchmark.

                    """
                            + sections.stream().collect(Collectors.joining("\n")),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the results to " + folder, e);
        }
    }

    /// The files of a question, that of the smallest archive first.
    private List<Path> files(String question) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> question(name(file)).equals(question))
                    .sorted(Comparator.comparingLong(file -> size(name(file))))
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.md$", "");
    }

    private static String question(String name) {
        return SIZE.matcher(name).replaceFirst("");
    }

    /// Articles of the archive; 0 where the name tells none.
    private static long size(String name) {
        Matcher size = SIZE.matcher(name);
        return size.find() ? Long.parseLong(size.group(1)) : 0;
    }
}
