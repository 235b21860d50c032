package org.broadsheet.benchmark.peer;

/// Somebody who brings documents into an index.
public interface Peer {
    String name();

    /// Brings every document of a topic into an empty index.
    ///
    /// @param topic holds them finished: the key is the id, the value the document
    /// @param documents how many there are
    /// @return documents a second, from the first acknowledgement to the last
    double load(String topic, String index, long documents);
}
