package org.broadsheet.stack.control;

import java.util.List;
import org.broadsheet.stack.build.ServiceBuild;
import org.broadsheet.stack.build.ServiceCopy;
import org.broadsheet.stack.server.QuarkusService;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.terminal.Step;
import org.broadsheet.stack.terminal.Terminal;

/// Brings the services to the state of the clone: builds what is out of date, and puts the new
/// build in the place of the copy that runs.
public final class Services {
    private final Stack stack;
    private final Terminal terminal;
    private final ServiceBuild build;

    public Services(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
        this.build = new ServiceBuild(stack, terminal);
    }

    public void build(List<QuarkusService> services) {
        build.run(services.stream().map(QuarkusService::name).toList());
    }

    /// Stops those that run an older build, and only those. True when any copy was renewed.
    public boolean renew(List<QuarkusService> services) {
        boolean renewed = false;
        for (QuarkusService service : services) {
            ServiceCopy copy = new ServiceCopy(build.packaged(service.name()), service.folder());
            if (copy.isCurrent()) {
                continue;
            }
            if (stack.running(service.name()).isPresent()) {
                new Step(terminal, service.name()).warn("has a newer build: restarting it");
                new Stopping(stack, terminal).one(service);
            }
            copy.renew();
            renewed = true;
        }
        return renewed;
    }
}
