package org.broadsheet.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// What somebody wants to know, as it stands on the command line.
///
/// @param folder of page files: to be parsed, analysed, or written
/// @param pages how many to write
/// @param into folder of the results
record Wishes(List<String> questions, Path folder, long pages, Path into, Effort effort) {
    /// Those that need servers and an archive.
    static final Set<String> OF_AN_ARCHIVE =
            Set.of("index", "search", "completion", "export", "growth");

    /// Those that need servers, and bring their pages in themselves.
    static final Set<String> OF_THE_LINE = Set.of("intake", "relay", "line", "freshness", "start");

    private static final Set<String> OTHERS = Set.of("parse", "analysis", "generate");
    private static final List<String> QUICK =
            List.of("parse", "index", "search", "completion", "export");
    private static final Path RESULTS = Path.of("deploy", "benchmark", "target", "results");

    Wishes {
        questions = List.copyOf(questions);
    }

    /// @throws IllegalArgumentException that says what is wrong
    static Wishes of(List<String> words) {
        List<String> questions = new ArrayList<>();
        Path folder = Path.of("seeds");
        Path into = RESULTS;
        Effort effort = words.contains("--quick") ? Effort.QUICK : Effort.FULL;
        long pages = 1_000;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            switch (word) {
                case "--quick" -> questions.addAll(QUICK);
                case "--pages" -> pages = number(word, rest);
                case "--articles" -> effort = effort.ofArticles(number(word, rest));
                case "--rounds" -> effort = effort.ofRounds(Math.toIntExact(number(word, rest)));
                case "--seconds" -> effort = effort.ofRound(Duration.ofSeconds(number(word, rest)));
                case "--into" -> into = Path.of(value(word, rest));
                default -> {
                    if (isQuestion(word)) {
                        questions.add(word);
                    } else {
                        folder = Path.of(word);
                    }
                }
            }
        }
        if (questions.isEmpty()) {
            throw new IllegalArgumentException("ask a question; --help lists them");
        }
        if (questions.contains("generate") && folder.equals(Path.of("seeds"))) {
            throw new IllegalArgumentException("generate needs a folder to write to");
        }
        return new Wishes(questions.stream().distinct().toList(), folder, pages, into, effort);
    }

    private static boolean isQuestion(String word) {
        return OF_AN_ARCHIVE.contains(word) || OF_THE_LINE.contains(word) || OTHERS.contains(word);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }

    private static long number(String option, Iterator<String> rest) {
        String value = value(option, rest);
        try {
            long number = Long.parseLong(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new IllegalArgumentException(
                option + " must be a whole number above 0, not " + value);
    }
}
