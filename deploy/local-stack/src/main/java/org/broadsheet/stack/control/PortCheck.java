package org.broadsheet.stack.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.process.Port;
import org.broadsheet.stack.process.PortHolder;
import org.broadsheet.stack.server.Component;
import org.broadsheet.stack.server.Stack;
import org.broadsheet.stack.settings.Setting;

/// Looks whether the ports of what is about to start are free, before anything is started.
public final class PortCheck {
    private PortCheck() {}

    public static void of(Stack stack, List<? extends Component> toStart) {
        Map<Integer, Setting> wanted = new HashMap<>();
        List<String> taken = new ArrayList<>();
        List<String> instead = new ArrayList<>();
        for (Component component : toStart) {
            Stream.concat(Stream.of(component.port()), component.otherPorts().stream())
                    .forEach(
                            setting -> {
                                int port = stack.settings().port(setting);
                                if (wanted.containsKey(port)) {
                                    throw sameTwice(port, wanted.get(port), setting);
                                }
                                wanted.put(port, setting);
                                if (!Port.isFree(component.host(), port)) {
                                    taken.add(sentence(component, port, setting));
                                    instead.add(setting.key() + "=" + otherThan(port));
                                }
                            });
        }
        if (!taken.isEmpty()) {
            throw new Problem(
                    String.join("\n", taken),
                    "Stop what listens there, or choose another port: "
                            + String.join(" ", instead)
                            + ", as an environment variable or in "
                            + stack.home().properties()
                            + ".");
        }
    }

    private static int otherThan(int port) {
        return port < 50_000 ? port + 10_000 : port - 10_000;
    }

    private static String sentence(Component component, int port, Setting setting) {
        return "Port %d, which %s needs, is taken%s; its setting is %s."
                .formatted(
                        port,
                        component.name(),
                        PortHolder.describe(port).map(holder -> " by " + holder).orElse(""),
                        setting.key());
    }

    private static Problem sameTwice(int port, Setting one, Setting other) {
        return new Problem(
                one.key() + " and " + other.key() + " are both " + port + ".",
                "Give one of them another port.");
    }
}
