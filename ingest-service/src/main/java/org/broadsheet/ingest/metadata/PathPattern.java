package org.broadsheet.ingest.metadata;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.jspecify.annotations.Nullable;

/// A way to name files that says what they are, such as `{title}/{date}/{page}` or
/// `{title}_{date}_{page}`. In braces stand title, code, date, edition, page and name (of the
/// page); everything else stands for itself. The ending of the file's name does not count, nor do
/// folders above what the pattern names.
final class PathPattern {
    private static final Pattern WORD = Pattern.compile("\\{([^{}]*)\\}");
    private static final Map<String, String> WORDS =
            Map.of(
                    "title", "(?<title>[^/_]*?[\\p{L}][^/_]*?)",
                    "code", "(?<code>[A-Za-z][A-Za-z0-9]*)",
                    "date",
                            "(?<date>[0-9]{4}(?:[0-9]{4}|[-._][0-9]{1,2}[-._][0-9]{1,2}|年[0-9]{1,2}月[0-9]{1,2}日))",
                    "edition", "(?<edition>[^/_]+?)",
                    "page", "(?<page>第?(?:[A-Za-z]?[0-9]{1,3}|[一二三四五六七八九十]{1,3})版?)",
                    "name", "(?<name>[\\p{L}][^/_]*?)");
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    private final String written;
    private final Pattern pattern;

    private PathPattern(String written, Pattern pattern) {
        this.written = written;
        this.pattern = pattern;
    }

    /// @throws IllegalArgumentException naming the word in braces that is not known
    static PathPattern of(String written) {
        StringBuilder regex = new StringBuilder("(?:.*/)?");
        Matcher word = WORD.matcher(written);
        int end = 0;
        while (word.find()) {
            String known = WORDS.get(word.group(1));
            if (known == null) {
                throw new IllegalArgumentException(
                        "metadata.path-patterns: {%s} in '%s' is not known; known are %s"
                                .formatted(
                                        word.group(1),
                                        written,
                                        "{title} {code} {date} {edition} {page} {name}"));
            }
            regex.append(Pattern.quote(written.substring(end, word.start()))).append(known);
            end = word.end();
        }
        regex.append(Pattern.quote(written.substring(end)));
        return new PathPattern(written, Pattern.compile(regex.toString()));
    }

    /// @param name path inside the drop folder
    /// @return null where the name does not follow the pattern
    @Nullable IssueMetadata read(String name) {
        Matcher matcher = pattern.matcher(ENDING.matcher(name).replaceFirst(""));
        if (!matcher.matches()) {
            return null;
        }
        String date = group(matcher, "date");
        LocalDate day = date == null ? null : IssueDate.in(date);
        if (date != null && day == null) {
            return null;
        }
        String page = group(matcher, "page");
        return new IssueMetadata(
                group(matcher, "code"),
                group(matcher, "title"),
                day,
                group(matcher, "edition"),
                page == null ? null : PageNumber.of(page),
                group(matcher, "name"));
    }

    private @Nullable String group(Matcher matcher, String name) {
        return written.contains("{" + name + "}") ? matcher.group(name) : null;
    }
}
