package org.broadsheet.ingest.issue;

/// What sort of piece an article is.
public enum ArticleKind {
    /// A news story, feature or opinion piece.
    ARTICLE,
    /// A photo that stands alone with its caption.
    PHOTO,
    /// A slogan, cartoon, announcement or advertisement.
    NOTICE
}
