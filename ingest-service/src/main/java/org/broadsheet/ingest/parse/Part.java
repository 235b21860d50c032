package org.broadsheet.ingest.parse;

import java.util.regex.Pattern;

/// A part of the line that heads or foots a page: its date, number, staff and so on.
///
/// @param signs characters of which it holds at least one, see Signs
record Part(String signs, Pattern pattern) {
    Part(String signs, String regex) {
        this(signs, Pattern.compile(regex));
    }
}
