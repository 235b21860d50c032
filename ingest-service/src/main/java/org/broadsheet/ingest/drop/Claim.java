package org.broadsheet.ingest.drop;

/// What an attempt to claim a file gives.
public sealed interface Claim {
    record Claimed(ClaimedFile file) implements Claim {}

    /// Somebody is writing to it, or took it away: look again later.
    record NotYet(String why) implements Claim {}
}
