package org.broadsheet.ingest.metadata;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.issue.Furniture;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.jspecify.annotations.Nullable;

/// What a page prints of itself in its furniture: `鄂尔多斯日报 2026年1月15日 星期四 第3版 责任编辑…`.
final class PrintedMetadata {
    private static final Pattern TITLE =
            Pattern.compile(
                    "(?<![\\p{IsHan}])([\\p{IsHan}]{2,8}(?:日报|晚报|早报|时报|晨报|都市报|周报|导报|快报|商报|农民报|青年报|工人报|日報|晚報|早報|時報|晨報|週報|導報|快報|商報|青年報))(?![\\p{IsHan}])");
    private static final String PAGE_NAME = "page name";
    private static final String COLUMN = "column";

    private PrintedMetadata() {}

    static IssueMetadata of(List<Furniture> furniture) {
        String title = null;
        LocalDate date = null;
        Integer page = null;
        String name = null;
        for (Furniture printed : furniture) {
            if (printed.what().equals(COLUMN)) {
                continue;
            }
            String text = printed.text();
            String newspaper = title(text);
            title = title == null ? newspaper : title;
            date = date == null ? IssueDate.in(text) : date;
            page = page == null ? PageNumber.in(text) : page;
            boolean names = printed.what().equals(PAGE_NAME) && newspaper == null;
            name = name == null && names && PageNumber.in(text) == null ? text : name;
        }
        return new IssueMetadata(null, title, date, null, page, name);
    }

    private static @Nullable String title(String text) {
        Matcher title = TITLE.matcher(text);
        return title.find() ? title.group(1) : null;
    }
}
