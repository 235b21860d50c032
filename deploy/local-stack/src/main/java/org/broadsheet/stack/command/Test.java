package org.broadsheet.stack.command;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.stack.server.Stack;

final class Test implements Command {
    @Override
    public String name() {
        return "test";
    }

    @Override
    public String summary() {
        return "Runs every test, on servers of its own.";
    }

    @Override
    public String operands() {
        return "[MAVEN ARGUMENT...]";
    }

    @Override
    public String description() {
        return """
        Starts PostgreSQL, Kafka and Elasticsearch in a folder and on ports of their own, runs
        'mvn verify' in the whole clone, then stops and deletes them. A stack that runs is not
        touched. What is given is handed on to Maven: deploy/test -pl query-service tests one
        module.""";
    }

    @Override
    public boolean passesArgumentsOn() {
        return true;
    }

    @Override
    public int run(Session session, Arguments arguments) {
        List<String> maven = new ArrayList<>(List.of("verify"));
        if (!session.terminal().isInteractive()) {
            maven.addAll(0, List.of("-B", "-ntp", "-Dstyle.color=never"));
        }
        maven.addAll(arguments.operands());
        Stack users = session.stack();
        try (TestStack tests = TestStack.start(users, session)) {
            return tests.run(maven);
        }
    }
}
