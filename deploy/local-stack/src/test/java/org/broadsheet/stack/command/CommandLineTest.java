package org.broadsheet.stack.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.broadsheet.stack.Problem;
import org.broadsheet.stack.terminal.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandLineTest {
    private static final Path DEPLOY = Path.of("..").toAbsolutePath().normalize();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static List<Command> commands() {
        return Commands.all();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandAnswersHelp(Command command) {
        int exitCode = run(command.name(), "--help");

        assertThat(exitCode).isZero();
        assertThat(shown()).contains("Usage: deploy/" + command.name()).contains(command.summary());
        assertThat(command.options())
                .allSatisfy(option -> assertThat(shown()).contains(option.description()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasItsScript(Command command) {
        assertThat(DEPLOY.resolve(command.name()))
                .isExecutable()
                .content()
                .contains("local-stack/launch\" " + command.name() + " \"$@\"");
        assertThat(Files.isExecutable(DEPLOY.resolve("local-stack/launch"))).isTrue();
    }

    @Test
    void withoutACommandAllAreListed() {
        assertThat(run()).isZero();

        assertThat(Commands.all())
                .allSatisfy(command -> assertThat(shown()).contains("deploy/" + command.name()));
    }

    @Test
    void unknownOptionIsNamedAndEndsWithTwo() {
        assertUsageProblem(() -> run("up", "--fast"), "--fast");
    }

    @Test
    void optionWithoutItsValueIsNamed() {
        assertUsageProblem(() -> run("logs", "kafka", "-n"), "-n LINES");
    }

    @Test
    void operandWhereNoneIsTakenIsNamed() {
        assertUsageProblem(() -> run("down", "kafka"), "kafka");
    }

    @Test
    void unknownCommandIsNamed() {
        assertUsageProblem(() -> run("upp"), "upp");
    }

    @Test
    void valuesAndOperandsAreKeptApart() {
        Arguments arguments = Arguments.of(new Logs(), List.of("-n", "5", "kafka", "-f"));

        assertThat(arguments.operands()).containsExactly("kafka");
        assertThat(arguments.options()).containsOnlyKeys("-n", "-f").containsEntry("-n", "5");
    }

    private static void assertUsageProblem(Runnable call, String named) {
        assertThatThrownBy(call::run)
                .isInstanceOf(Problem.class)
                .hasMessageContaining(named)
                .extracting(problem -> ((Problem) problem).exitCode())
                .isEqualTo(2);
    }

    private int run(String... words) {
        Terminal terminal =
                new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), 0, false);
        return CommandLine.run(List.of(words), new Session(terminal, Map.of()));
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
