package org.broadsheet.stack.control;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.stack.build.Module;
import org.broadsheet.stack.build.ModuleBuild;
import org.broadsheet.stack.build.ModuleCopy;
import org.broadsheet.stack.server.Component;
import org.broadsheet.stack.server.Elasticsearch;
import org.broadsheet.stack.server.QuarkusService;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.terminal.Step;
import org.broadsheet.stack.terminal.Terminal;

/// Brings what is ours, the services and the plugin of Elasticsearch, to the state of the clone:
/// builds what is out of date, and puts the new build in the place of the copy that runs.
public final class Modules {
    private final Stack stack;
    private final Terminal terminal;
    private final ModuleBuild build;

    public Modules(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
        this.build = new ModuleBuild(stack, terminal);
    }

    /// The plugin, and these services.
    public void build(List<QuarkusService> services) {
        List<Module> modules = new ArrayList<>(List.of(Module.ANALYSIS_PLUGIN));
        services.forEach(service -> modules.add(Module.service(service.name())));
        build.run(modules);
    }

    /// Stops those services that run an older build, and only those. True when any copy was
    /// renewed.
    public boolean renew(List<QuarkusService> services) {
        boolean renewed = false;
        for (QuarkusService service : services) {
            renewed |= renew(Module.service(service.name()), service, service.folder());
        }
        return renewed;
    }

    /// Stops Elasticsearch when it runs an older plugin. True when the copy was renewed.
    public boolean renew(Elasticsearch elasticsearch) {
        return renew(Module.ANALYSIS_PLUGIN, elasticsearch, elasticsearch.plugin());
    }

    private boolean renew(Module module, Component runsIt, Path installed) {
        ModuleCopy copy = new ModuleCopy(module.packaged(stack.sources()), installed);
        if (copy.isCurrent()) {
            return false;
        }
        if (stack.running(runsIt.name()).isPresent()) {
            new Step(terminal, runsIt.title()).warn("runs an older build: restarting it");
            new Stopping(stack, terminal).one(runsIt);
        }
        copy.renew();
        return true;
    }
}
