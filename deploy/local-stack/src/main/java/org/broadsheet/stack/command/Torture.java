package org.broadsheet.stack.command;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.stack.Problem;

final class Torture implements Command {
    private static final Option MINUTES =
            Option.valued(
                    "--minutes", "N", "how long; each fault comes at least once (default 20)");
    private static final Option SEED =
            Option.valued("--seed", "S", "decides the order and every chance (default 1)");
    private static final Option ROWS =
            Option.valued("--rows", "N,N,...", "only these rows of the matrix");
    private static final Option INTAKE =
            Option.flag(
                    "--intake",
                    "bursts of files, hostile ones too, while ingest-services are killed");
    private static final Option RATIOS =
            Option.flag("--ratios", "measures the speed of the index-service instead");

    @Override
    public String name() {
        return "torture";
    }

    @Override
    public String summary() {
        return "Kills, freezes and disturbs a whole line for a while, and says whether anything got lost.";
    }

    @Override
    public List<Option> options() {
        return List.of(MINUTES, SEED, ROWS, INTAKE, RATIOS);
    }

    @Override
    public String description() {
        return """
        On servers of its own, in a folder and on ports of their own; a stack that runs is not
        touched. After each fault the archive, the topic, the index, the dead letters and the drop
        folder are compared. The report is printed as it grows and kept in deploy/e2e/target. The
        same seed gives the same order and the same chances. Exit code 0 when nothing was lost,
        doubled or stale.

        --intake brings bursts of 5,000 files, one of five nasty, into one folder that two
        ingest-services share, while both are killed every few seconds, for as many minutes. In the
        end every file must be accounted for, none twice, none lost, and the heap flat.

        --ratios compares, in one run of some minutes: index-service from a full topic with a raw
        _bulk replay of the same bodies, a full replay with the first load of the whole line, and a
        load with three items of ten turned away with an undisturbed one. Exit code 0 when each is
        good enough.""";
    }

    @Override
    public int run(Session session, Arguments arguments) {
        long minutes = number(arguments, MINUTES, 20);
        long seed = number(arguments, SEED, 1);
        String test =
                arguments.has(RATIOS)
                        ? "DeliveryRatiosIT"
                        : arguments.has(INTAKE) ? "IntakeIT" : "FaultsIT";
        List<String> maven =
                new ArrayList<>(
                        List.of(
                                "-B",
                                "-ntp",
                                "-q",
                                "verify",
                                "-pl",
                                "deploy/e2e",
                                "-Dquick",
                                "-Dtest=none",
                                "-Dsurefire.failIfNoSpecifiedTests=false",
                                "-Dit.test=" + test,
                                "-Dtorture.minutes=" + minutes,
                                "-Dtorture.intake=" + (arguments.has(INTAKE) ? minutes : 0),
                                "-Dtorture.seed=" + seed,
                                "-Dtorture.rows=" + arguments.value(ROWS).orElse(""),
                                "-Dtorture.ratios=" + arguments.has(RATIOS)));
        try (TestStack tests = TestStack.start(session.stack(), session)) {
            return tests.run(maven);
        }
    }

    private long number(Arguments arguments, Option option, long byDefault) {
        String text = arguments.value(option).orElse(Long.toString(byDefault));
        try {
            long number = Long.parseLong(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw Problem.usage(
                option.name() + " must be a whole number above 0, not '" + text + "'.",
                "deploy/torture --help shows what it takes.");
    }
}
