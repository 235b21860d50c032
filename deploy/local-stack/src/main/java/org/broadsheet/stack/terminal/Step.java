package org.broadsheet.stack.terminal;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// One line of progress: what is being done, then how it ended and how long it took. On a terminal
/// the line is written over while the step goes on; elsewhere a plain line appears now and then.
public final class Step implements AutoCloseable {
    private static final Duration PLAIN_EVERY = Duration.ofSeconds(5);
    private static final Duration DRAWN_EVERY = Duration.ofMillis(100);
    private static final String ERASE = "\r\u001b[K";
    private static final int TITLE_WIDTH = 22;

    private final Terminal terminal;
    private final String title;
    private final Instant started;
    private Instant lastPlain = Instant.now();
    private Instant lastDrawn = Instant.EPOCH;
    private boolean open = true;

    public Step(Terminal terminal, String title) {
        this(terminal, title, Instant.now());
    }

    /// A step that began before this command came to show it.
    public Step(Terminal terminal, String title, Instant started) {
        this.terminal = terminal;
        this.title = title;
        this.started = started;
        progress("");
        lastDrawn = Instant.EPOCH; // what follows at once is shown at once
    }

    /// Shows how far the step has come; cheap enough to be called often.
    public synchronized void progress(String state) {
        if (!open) {
            return;
        }
        Instant now = Instant.now();
        if (terminal.isInteractive()) {
            if (Duration.between(lastDrawn, now).compareTo(DRAWN_EVERY) < 0) {
                return;
            }
            lastDrawn = now;
            String text = "  … " + padded(title) + state;
            terminal.raw(ERASE + cut(text, terminal.columns() - 1));
        } else if (Duration.between(lastPlain, now).compareTo(PLAIN_EVERY) >= 0) {
            lastPlain = now;
            terminal.line("  … " + padded(title) + state);
        }
    }

    public void done(String result) {
        end(Style.GREEN, "✔", result, seconds(Duration.between(started, Instant.now())));
    }

    /// Ends the step where nothing had to be done.
    public void unchanged(String result) {
        end(Style.DIM, "=", result, "");
    }

    public void warn(String result) {
        end(Style.YELLOW, "!", result, "");
    }

    public void failed(String result) {
        end(Style.RED, "✘", result, seconds(Duration.between(started, Instant.now())));
    }

    private synchronized void end(Style style, String mark, String result, String time) {
        if (!open) {
            return;
        }
        open = false;
        String line = "  " + terminal.styled(style, mark) + " " + padded(title) + result;
        String tail = time.isEmpty() ? "" : "   " + terminal.styled(Style.DIM, time);
        terminal.line((terminal.isInteractive() ? ERASE : "") + line + tail);
    }

    /// A step left by an exception is shown as failed; what went wrong is told where it is caught.
    @Override
    public void close() {
        failed("failed");
    }

    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String padded(String title) {
        return title + " ".repeat(Math.max(1, TITLE_WIDTH - title.length()));
    }

    static String cut(String text, int columns) {
        return text.length() <= columns ? text : text.substring(0, Math.max(0, columns));
    }
}
