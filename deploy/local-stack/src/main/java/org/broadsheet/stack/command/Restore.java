package org.broadsheet.stack.command;

import java.nio.file.Path;

final class Restore implements Command {
    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String summary() {
        return "Brings a backup into an empty archive, and from there to the topic and the index.";
    }

    @Override
    public String operands() {
        return "FILE";
    }

    @Override
    public String description() {
        return """
        Needs a stack that runs and holds nothing: deploy/up --no-seeds in a new home folder. A backup
        of an older version is brought up to this one. All of it comes, or nothing; an archive that
        holds anything is never touched. Then every article goes to the topic and into the index,
        under its old id.\
        """;
    }

    @Override
    public int run(Session session, Arguments arguments) {
        Path file = ArchiveFile.operand(this, arguments);
        return new ArchiveFile(session.stack()).run("read", file);
    }
}
