package org.broadsheet.ingest.upload;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.issue.IssueMetadata;
import org.broadsheet.ingest.issue.Rejection;

/// The name under which an uploaded file stands in the ledger: a path as if it lay in the drop
/// folder.
public final class UploadName {
    private static final int PART_BYTES_MAX = 255;
    private static final int BYTES_MAX = 1_024;

    private UploadName() {}

    /// Puts a name without a folder under the newspaper and the date it is said to be of, so that
    /// page 1 of one day does not take the place of page 1 of another.
    ///
    /// @param name as given; backslashes part folders too
    /// @throws Refusal if it can't be the name of a file in the drop folder
    public static String of(String name, IssueMetadata fields) throws Refusal {
        String slashed = name.replace('\\', '/');
        List<String> parts = new ArrayList<>();
        if (!slashed.contains("/")) {
            if (fields.titleName() != null) {
                parts.add(fields.titleName().replace('/', '_'));
            }
            if (fields.date() != null) {
                parts.add(fields.date().toString());
            }
        }
        parts.addAll(List.of(slashed.split("/", -1)));
        for (String part : parts) {
            check(name, part);
        }
        String whole = String.join("/", parts);
        if (bytes(whole) > BYTES_MAX) {
            throw refusal(name, "it has more than " + BYTES_MAX + " bytes");
        }
        return whole;
    }

    private static void check(String name, String part) throws Refusal {
        if (part.isBlank()) {
            throw refusal(name, "it has an empty part");
        }
        if (part.equals(".") || part.equals("..")) {
            throw refusal(name, "'" + part + "' leads out of its folder");
        }
        if (part.indexOf('\0') >= 0) {
            throw refusal(name, "it holds a NUL character");
        }
        if (bytes(part) > PART_BYTES_MAX) {
            throw refusal(name, "a part of it has more than " + PART_BYTES_MAX + " bytes");
        }
    }

    private static Refusal refusal(String name, String why) {
        return new Refusal(
                400,
                "File name can't be used",
                Rejection.of(Rejection.Kind.NAME, name.replaceAll("\\p{Cntrl}", "?"), why));
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
