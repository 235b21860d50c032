package org.broadsheet.stack.command;

import java.nio.file.Files;
import java.util.List;
import org.broadsheet.stack.control.StackLock;
import org.broadsheet.stack.control.Stopping;
import org.broadsheet.stack.process.Lock;
import org.broadsheet.stack.server.Component;
import org.broadsheet.stack.server.Components;
import org.broadsheet.stack.server.Stack;

final class Down implements Command {
    @Override
    public String name() {
        return "down";
    }

    @Override
    public String summary() {
        return "Stops the services and the servers; the data stays.";
    }

    @Override
    public String description() {
        return """
        First the services, then Elasticsearch, Kafka and PostgreSQL. Each is asked to end and has
        time to write its data; only one that does not end is killed. deploy/up starts them again
        with everything that was stored.""";
    }

    @Override
    public int run(Session session, Arguments arguments) {
        Stack stack = session.stack();
        if (!Files.isDirectory(stack.home().run())) {
            session.terminal().line("There is no stack in " + stack.home().root() + ".");
            return 0;
        }
        try (Lock _ = StackLock.take(stack, session.terminal())) {
            List<Component> all = Components.of(stack).all();
            if (!new Stopping(stack, session.terminal()).all(all)) {
                session.terminal().line("Nothing was running in " + stack.home().root() + ".");
                return 0;
            }
            boolean allStopped = all.stream().noneMatch(c -> stack.running(c.name()).isPresent());
            session.terminal()
                    .line(
                            allStopped
                                    ? "Stopped. The data stays in " + stack.home().data() + "."
                                    : "Not everything could be stopped.");
            return allStopped ? 0 : 1;
        }
    }
}
