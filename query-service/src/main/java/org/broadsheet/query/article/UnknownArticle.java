package org.broadsheet.query.article;

/// There is no article with this id, or it has been withdrawn.
public final class UnknownArticle extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String id;

    UnknownArticle(String id) {
        super("no article " + id);
        this.id = id;
    }

    public String id() {
        return id;
    }
}
