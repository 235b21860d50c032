package org.broadsheet.ingest.metadata;

import java.util.Map;
import org.broadsheet.ingest.issue.IssueMetadata;

/// Metadata as fields of a request.
public final class GivenMetadata {
    private GivenMetadata() {}

    /// @param fields by the names that a sidecar knows too: newspaper, code, date, edition, page,
    ///   pageName; what is absent or blank is not given
    /// @throws MetadataProblem naming the field that can't be read
    public static IssueMetadata of(Map<String, String> fields) throws MetadataProblem {
        return YamlMetadata.fields(fields, "The request");
    }
}
