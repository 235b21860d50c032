package org.broadsheet.ingest.enrich;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found in the words of an article.
///
/// @param persons named in the text, most often named first; its authors are in the byline
/// @param places by their full names (鄂尔多斯市), most often named first
/// @param organisations most often named first
/// @param keywords nouns that set it apart, most telling first
/// @param fingerprint four bands of a SimHash: near-duplicates share at least one
/// @param reprintKey equal for printings of one text; null for an article without a text
public record Enrichment(
        List<String> persons,
        List<String> places,
        List<String> organisations,
        List<String> keywords,
        List<String> fingerprint,
        @Nullable String reprintKey) {
    public Enrichment {
        persons = List.copyOf(persons);
        places = List.copyOf(places);
        organisations = List.copyOf(organisations);
        keywords = List.copyOf(keywords);
        fingerprint = List.copyOf(fingerprint);
    }
}
