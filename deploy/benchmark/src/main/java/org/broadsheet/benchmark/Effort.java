package org.broadsheet.benchmark;

import java.time.Duration;

/// How much is measured.
///
/// @param articles in the archive
/// @param rounds of each side, alternating
/// @param round how long a round of questions takes
/// @param warmUpSeconds of a process that measures itself
/// @param seconds that it then counts
record Effort(long articles, int rounds, Duration round, int warmUpSeconds, int seconds) {
    /// The parser is many small methods: the JVM compiles them for about twelve seconds.
    static final Effort FULL = new Effort(100_000, 5, Duration.ofSeconds(15), 15, 5);

    /// For a look in passing: enough to see the ratios, too little to quote them.
    static final Effort QUICK = new Effort(2_000, 2, Duration.ofSeconds(1), 2, 2);

    Effort ofArticles(long other) {
        return new Effort(other, rounds, round, warmUpSeconds, seconds);
    }

    Effort ofRounds(int other) {
        return new Effort(articles, other, round, warmUpSeconds, seconds);
    }

    Effort ofRound(Duration other) {
        return new Effort(articles, rounds, other, warmUpSeconds, seconds);
    }
}
