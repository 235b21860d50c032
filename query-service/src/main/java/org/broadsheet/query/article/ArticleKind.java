package org.broadsheet.query.article;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What sort of piece an article is.
public enum ArticleKind {
    /// A news story, feature or opinion piece.
    @JsonProperty("article")
    ARTICLE,
    /// A photo that stands alone with its caption.
    @JsonProperty("photo")
    PHOTO,
    /// A slogan, cartoon, announcement or advertisement.
    @JsonProperty("notice")
    NOTICE;

    /// The word used in the index and in addresses.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ArticleKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
