package org.broadsheet.stack.server;

import com.sun.security.auth.module.UnixSystem;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.process.Programs;

/// PostgreSQL and Elasticsearch refuse to run as root. For root they are started in a user
/// namespace, where they see themselves as an ordinary user.
final class Unprivileged {
    private Unprivileged() {}

    /// For a program that only asks whether it is root.
    static List<String> command(List<String> command) {
        return prefixed(List.of("unshare", "-U"), command);
    }

    /// For a JVM, which also looks itself up among the users.
    static List<String> jvm(List<String> command) {
        return prefixed(List.of("unshare", "-U", "--map-user=1000", "--map-group=1000"), command);
    }

    private static List<String> prefixed(List<String> prefix, List<String> command) {
        if (new UnixSystem().getUid() != 0) {
            return command;
        }
        List<String> probe = new ArrayList<>(prefix);
        probe.add("true");
        Programs.Answer answer = Programs.run(probe, "");
        if (!answer.succeeded()) {
            throw new Problem(
                    "You are root. PostgreSQL and Elasticsearch refuse to run as root, and the way"
                            + " around it does not work here: '"
                            + String.join(" ", prefix)
                            + "' says: "
                            + answer.text(),
                    "Run deploy/up as an ordinary user, for example: useradd -m broadsheet, then"
                            + " su broadsheet in a clone that belongs to that user.");
        }
        List<String> line = new ArrayList<>(prefix);
        line.addAll(command);
        return line;
    }
}
