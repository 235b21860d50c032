package org.broadsheet.index;

import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/// The indexer's present state, for health checks; each change is one line in the log.
@Singleton
class IndexerCondition {
    private static final Logger LOG = Logger.getLogger(IndexerCondition.class);

    private volatile IndexerState state = new IndexerState.Preparing("starting");

    IndexerState state() {
        return state;
    }

    void become(IndexerState next) {
        if (next.equals(state)) {
            return;
        }
        state = next;
        switch (next) {
            case IndexerState.Preparing(String reason) ->
                    LOG.infof("indexer preparing reason=\"%s\"", reason);
            case IndexerState.Indexing _ -> LOG.info("indexer indexing");
            case IndexerState.Degraded(String reason) ->
                    LOG.warnf("indexer degraded reason=\"%s\"", reason);
            case IndexerState.Paused _ -> LOG.info("indexer paused");
            case IndexerState.Stopped _ -> LOG.info("indexer stopped");
            case IndexerState.Died(String reason) ->
                    LOG.errorf("indexer died reason=\"%s\"", reason);
        }
    }
}
