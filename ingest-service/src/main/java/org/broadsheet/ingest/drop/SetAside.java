package org.broadsheet.ingest.drop;

import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Files that could not be taken for a reason of their own (not readable, not movable, a bug):
/// tried again after a growing pause, or at once when they change, while the others flow.
public final class SetAside {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration PAUSE_MAX = Duration.ofMinutes(5);

    /// What a file that nobody has seen yet does not look like.
    private static final FileState UNSEEN = new FileState(-1, FileTime.fromMillis(0), "");

    private final Clock clock;
    private final Map<String, Entry> entries = new TreeMap<>();

    private record Entry(FileState state, String reason, Duration pause, Instant until) {}

    public SetAside(Clock clock) {
        this.clock = clock;
    }

    /// @return whether this is news: the file was not aside, or for another reason
    public synchronized boolean add(DroppedFile file, String reason) {
        Entry known = entries.get(file.name());
        Entry before = known != null && known.state().equals(file.state()) ? known : null;
        Duration pause = before == null ? FIRST_PAUSE : before.pause().multipliedBy(2);
        Duration limited = pause.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : pause;
        Instant until = clock.instant().plus(limited);
        entries.put(file.name(), new Entry(file.state(), reason, limited, until));
        return before == null || !before.reason().equals(reason);
    }

    /// Takes over what an earlier process set aside, to be tried at once.
    public synchronized void remember(Set<String> names) {
        for (String name : names) {
            entries.putIfAbsent(name, new Entry(UNSEEN, "", Duration.ZERO, Instant.EPOCH));
        }
    }

    /// How many files are aside.
    synchronized int size() {
        return entries.size();
    }

    /// Whether a file of this name was set aside, as it is now or as it was.
    synchronized boolean knows(String name) {
        return entries.containsKey(name);
    }

    /// Whether to leave a file alone for now.
    public synchronized boolean holds(DroppedFile file) {
        Entry entry = entries.get(file.name());
        return entry != null
                && entry.state().equals(file.state())
                && clock.instant().isBefore(entry.until());
    }

    /// @return whether it was aside
    public synchronized boolean release(DroppedFile file) {
        return entries.remove(file.name()) != null;
    }

    /// Forgets files that are no longer in the folder.
    public synchronized void keepOnly(Set<String> names) {
        entries.keySet().retainAll(names);
    }

    public synchronized Set<String> names() {
        return Set.copyOf(entries.keySet());
    }
}
