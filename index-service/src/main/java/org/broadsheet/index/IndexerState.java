package org.broadsheet.index;

/// What the indexer is doing. Reasons are the same text for the same trouble, so that a change of
/// state is a change of value.
sealed interface IndexerState {
    /// The topic, the brokers or the index are not there yet.
    record Preparing(String reason) implements IndexerState {}

    record Indexing() implements IndexerState {}

    /// Events are in hand that cannot be settled now; they are tried again.
    record Degraded(String reason) implements IndexerState {}

    /// An operator has asked for it.
    record Paused() implements IndexerState {}

    record Stopped() implements IndexerState {}

    /// The thread ended by a fault of ours; only a restart helps.
    record Died(String reason) implements IndexerState {}
}
