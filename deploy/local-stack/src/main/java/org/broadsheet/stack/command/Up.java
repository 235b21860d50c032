package org.broadsheet.stack.command;

import java.util.List;
import org.broadsheet.stack.build.ServerInstall;
import org.broadsheet.stack.control.DiskCheck;
import org.broadsheet.stack.control.Modules;
import org.broadsheet.stack.control.PortCheck;
import org.broadsheet.stack.control.Seeds;
import org.broadsheet.stack.control.StackLock;
import org.broadsheet.stack.control.Starting;
import org.broadsheet.stack.process.Lock;
import org.broadsheet.stack.server.Components;
import org.broadsheet.stack.server.QuarkusService;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.terminal.Terminal;

final class Up implements Command {
    private static final Option SERVERS_ONLY =
            Option.flag(
                    "--servers-only", "starts PostgreSQL, Kafka and Elasticsearch, no services");
    private static final Option BUILD_ONLY =
            Option.flag(
                    "--build-only",
                    "builds what has changed and fetches the servers, starts nothing");
    private static final Option NO_SEEDS =
            Option.flag("--no-seeds", "does not drop the sample pages into an empty archive");

    @Override
    public String name() {
        return "up";
    }

    @Override
    public String summary() {
        return "Starts Broadsheet: the servers, the services, and on the first start the seeds.";
    }

    @Override
    public List<Option> options() {
        return List.of(SERVERS_ONLY, BUILD_ONLY, NO_SEEDS);
    }

    @Override
    public String description() {
        return """
        Builds what has changed, fetches PostgreSQL, Kafka and Elasticsearch with Maven when they
        are missing, starts whatever does not run, and returns; the stack keeps running until
        deploy/down. On a stack that runs it changes nothing, except that what has a newer
        build is restarted: a service, or Elasticsearch for its plugin.

        Everything lives in BROADSHEET_HOME (~/.local/share/broadsheet); ports and sizes are set in
        stack.properties there, or by environment variables: see deploy/README.md.""";
    }

    @Override
    public int run(Session session, Arguments arguments) {
        Stack stack = session.stack();
        Terminal terminal = session.terminal();
        stack.settings().check();
        stack.home().create();
        try (Lock _ = StackLock.take(stack, terminal);
                Interruption _ = Interruption.watch(stack)) {
            DiskCheck.of(stack.home());
            if (arguments.has(BUILD_ONLY)) {
                install(stack, terminal);
                new Modules(stack, terminal).build(Components.of(stack).services());
            } else if (arguments.has(SERVERS_ONLY)) {
                startServers(stack, terminal);
            } else {
                startAll(stack, terminal, arguments.has(NO_SEEDS));
            }
        }
        return 0;
    }

    private static void startServers(Stack stack, Terminal terminal) {
        Components components = Components.of(stack);
        Starting starting = new Starting(stack, terminal);
        Modules ours = new Modules(stack, terminal);

        PortCheck.of(stack, starting.notRunning(components.servers()));
        install(stack, terminal);
        ours.build(List.of());
        ours.renew(components.elasticsearch());
        starting.all(components.servers());
    }

    private static void startAll(Stack stack, Terminal terminal, boolean withoutSeeds) {
        Components components = Components.of(stack);
        List<QuarkusService> services = components.services();
        Starting starting = new Starting(stack, terminal);
        Modules ours = new Modules(stack, terminal);

        PortCheck.of(stack, starting.notRunning(components.all()));
        install(stack, terminal);
        ours.build(services);
        boolean changed = ours.renew(components.elasticsearch());
        changed |= starting.all(components.servers());
        changed |= ours.renew(services);
        changed |= starting.all(services);

        Seeds seeds = new Seeds(stack, services);
        if (!withoutSeeds && seeds.areWanted()) {
            seeds.dropAndAwait(terminal);
            changed = true;
        }
        new Welcome(stack, services, terminal).print(changed);
    }

    private static void install(Stack stack, Terminal terminal) {
        ServerInstall install = new ServerInstall(stack, terminal);
        if (!install.isComplete()) {
            terminal.line(
                    "The first start downloads about 400 MB (PostgreSQL, Kafka, Elasticsearch,");
            terminal.line("Quarkus), less what Maven has fetched before.");
        }
        install.run();
    }
}
