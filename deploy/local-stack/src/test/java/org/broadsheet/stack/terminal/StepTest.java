package org.broadsheet.stack.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StepTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void withoutATerminalAStepIsOnePlainLine() {
        Step step = new Step(new Terminal(out, 0, false), "Kafka");
        step.progress("starting");
        step.done("ready");

        assertThat(shown()).matches("  ✔ Kafka +ready +0\\.[0-9] s\n");
    }

    @Test
    void onATerminalProgressIsWrittenOverAndNeverWraps() {
        new Step(new Terminal(out, 30, false), "Kafka" + "x".repeat(100));

        String last = shown().substring(shown().lastIndexOf('\r'));
        assertThat(last).startsWith("\r\u001b[K  … Kafka").hasSize("\r\u001b[K".length() + 29);
        assertThat(shown()).doesNotContain("\n");
    }

    @Test
    void stepThatIsLeftIsShownAsFailedAndOnlyOnce() {
        Terminal terminal = new Terminal(out, 0, false);
        try (Step step = new Step(terminal, "one")) {
            step.done("good");
        }
        try (Step step = new Step(terminal, "two")) {
            step.progress("half way");
        }

        assertThat(shown().lines()).hasSize(2);
        assertThat(shown()).contains("✔ one").contains("✘ two");
    }

    @Test
    void barFillsUpButNeverBeforeTheEnd() {
        assertThat(Bar.of(0, 190_000_000)).isEqualTo("[" + "░".repeat(20) + "] 0 of about 190 MB");
        assertThat(Bar.of(95_000_000, 190_000_000)).contains("██████████░░░░░░░░░░] 95 of");
        assertThat(Bar.of(300_000_000, 190_000_000)).contains("░] 300 of");
    }

    @Test
    void coloursTakeNoWidthInATable() {
        Table table = new Table();
        table.row(Style.GREEN.on("up"), "1");
        table.row("stopped", "2");

        assertThat(table.lines())
                .containsExactly("  " + Style.GREEN.on("up") + "       1", "  stopped  2");
    }

    private String shown() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
