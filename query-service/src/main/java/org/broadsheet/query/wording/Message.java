package org.broadsheet.query.wording;

/// One sentence for a reader, in every language the service speaks.
public record Message(String zh, String en) {
    public String in(Language language) {
        return switch (language) {
            case ZH -> zh;
            case EN -> en;
        };
    }
}
