package org.broadsheet.ingest.parse.quality;

import java.util.Collection;
import java.util.List;

/// The lines of a page with their weights: how many characters each has, white space apart.
record PageLines(List<String> lines) {
    static PageLines of(String text) {
        return new PageLines(List.of(text.split("\n", -1)));
    }

    String text(int number) {
        return lines.get(number - 1);
    }

    int weight(int number) {
        String text = number > 0 && number <= lines.size() ? text(number) : "";
        return (int) text.codePoints().filter(c -> !Character.isWhitespace(c) && c != 0xA0).count();
    }

    int weight(Collection<Integer> numbers) {
        return numbers.stream().mapToInt(this::weight).sum();
    }

    boolean hasText(int number) {
        return weight(number) > 0;
    }
}
