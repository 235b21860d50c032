package org.broadsheet.e2e.fault;

import java.util.Set;

/// Something that was dropped in a hostile run.
///
/// @param name of the file, its path in the drop folder
/// @param sha256 of its bytes; empty where it takes too long to know
record Dropped(Kind kind, String name, String sha256) {
    /// Where a file may lie in the end.
    enum Place {
        DONE,
        REJECTED,
        DROP_FOLDER,
        NOWHERE
    }

    /// What it is, what may stand in the ledger under its name and bytes in the end, and where it
    /// may lie. Nothing in the ledger is written as `none`.
    enum Kind {
        PAGE("page", false, "stored", Place.DONE, false),
        ODD_NAME("odd name", true, "stored", Place.DONE, false),
        OLD_TIME("old time stamp", true, "stored", Place.DONE, false),
        GB18030("in GB18030", false, "stored", Place.DONE, false),
        NOT_READABLE("not readable for a while", true, "stored", Place.DONE, false),
        SLOW("written slowly", true, "stored", Place.DONE, false),
        SAME_BYTES("same bytes, other name", true, "stored duplicate", Place.DONE, false),
        REPLACED("replaced at once", true, "superseded none", Place.DONE, true),
        REPLACEMENT("its replacement", true, "stored", Place.DONE, false),
        RENAMED("renamed at once", true, "stored duplicate none", Place.DONE, true),
        DELETED("deleted at once", true, "stored none", Place.DONE, true),
        UPLOAD("uploaded", false, "stored duplicate", Place.NOWHERE, false),
        ZIP(".zip of pages", false, "unpacked", Place.DONE, false),
        ZIP_ENTRY("page in a .zip", false, "stored", Place.NOWHERE, false),
        EMPTY("0 bytes", true, "rejected", Place.REJECTED, false),
        BINARY("binary", true, "rejected", Place.REJECTED, false),
        WRONG_ENDING("no page", true, "rejected", Place.REJECTED, false),
        WRITER_DIED("writer died half-way", true, "rejected", Place.REJECTED, false),
        LONG_LINE("a line too long", true, "rejected", Place.REJECTED, false),
        MANY_LINES("too many lines", true, "rejected", Place.REJECTED, false),
        TOO_LARGE("2 GB in one line", true, "rejected", Place.REJECTED, false),
        ZIP_SLIP(".zip that leads out", true, "rejected", Place.REJECTED, false),
        ZIP_BOMB(".zip bomb", true, "rejected", Place.REJECTED, false),
        ZIP_ENCRYPTED("encrypted .zip", true, "rejected", Place.REJECTED, false),
        ZIP_DAMAGED("damaged .zip", true, "rejected", Place.REJECTED, false),
        LINK("link, link in a circle", true, "none", Place.DROP_FOLDER, false),
        UNFINISHED("unfinished", true, "none", Place.DROP_FOLDER, false);

        private final String written;
        private final boolean nasty;
        private final String states;
        private final Place place;
        private final boolean mayBeGone;

        Kind(String written, boolean nasty, String states, Place place, boolean mayBeGone) {
            this.written = written;
            this.nasty = nasty;
            this.states = states;
            this.place = place;
            this.mayBeGone = mayBeGone;
        }

        String written() {
            return written;
        }

        boolean isNasty() {
            return nasty;
        }

        Set<String> states() {
            return Set.of(states.split(" "));
        }

        Place place() {
            return place;
        }

        /// Whoever has dropped it may have taken it away, or put another in its place.
        boolean mayBeGone() {
            return mayBeGone || place == Place.NOWHERE;
        }
    }
}
