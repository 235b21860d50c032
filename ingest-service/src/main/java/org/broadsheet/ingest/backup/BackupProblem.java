package org.broadsheet.ingest.backup;

/// A backup or a restoration that can't be, said to whoever asked for it.
public final class BackupProblem extends Exception {
    private static final long serialVersionUID = 1;

    BackupProblem(String message) {
        super(message);
    }

    /// A variable of the environment that is needed.
    public static BackupProblem ofMissing(String variable) {
        return new BackupProblem(variable + " is not set.");
    }
}
