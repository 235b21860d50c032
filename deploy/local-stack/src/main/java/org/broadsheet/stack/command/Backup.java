package org.broadsheet.stack.command;

import java.nio.file.Path;

final class Backup implements Command {
    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String summary() {
        return "Writes the whole archive into one file, while work goes on.";
    }

    @Override
    public String operands() {
        return "FILE";
    }

    @Override
    public String description() {
        return """
        PostgreSQL's content as it is at one moment: files, pages, articles, newspapers, keys. Topic
        and index are made from it anew. FILE must not be there yet; it appears when it is whole. It is
        a ZIP archive with a list of checksums in it.\
        """;
    }

    @Override
    public int run(Session session, Arguments arguments) {
        Path file = ArchiveFile.operand(this, arguments);
        return new ArchiveFile(session.stack()).run("write", file);
    }
}
