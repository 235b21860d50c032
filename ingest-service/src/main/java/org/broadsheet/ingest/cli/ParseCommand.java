package org.broadsheet.ingest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.broadsheet.ingest.parse.PageParser;
import org.broadsheet.ingest.parse.PageText;
import org.broadsheet.ingest.parse.ParsedPage;

/// Prints what the parser makes of page files: one JSON object a file, one file a line.
public final class ParseCommand {
    private static final String HELP =
            """
            usage: parse [--explain] FILE...
              Takes newspaper page text apart into articles and prints one JSON object
              a file, one file a line. Files are UTF-8; form feeds part several pages.
              -          reads standard input
              --explain  shows every line with its article, role and the reason instead
              --help     prints this

            Exit status: 0 if every file was parsed, 1 if one could not be read, 2 for
            a wrong call.
            """;

    private final PageParser parser = new PageParser();
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean colour;

    ParseCommand(InputStream in, PrintStream out, PrintStream err, boolean colour) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.colour = colour;
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, false, UTF_8);
        PrintStream err = new PrintStream(System.err, true, UTF_8);
        int status = new ParseCommand(System.in, out, err, isTerminal()).run(List.of(args));
        out.flush();
        System.exit(status);
    }

    /// A run without any console still gets null, whatever the JDK's usual provider does.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal() && System.getenv("NO_COLOR") == null;
    }

    /// Runs the command; comes out: the exit status.
    int run(List<String> args) {
        if (args.contains("--help")) {
            out.print(HELP);
            return 0;
        }
        boolean explain = args.contains("--explain");
        List<String> files = args.stream().filter(a -> !a.equals("--explain")).toList();
        List<String> unknown =
                files.stream().filter(a -> a.startsWith("-") && !a.equals("-")).toList();
        if (files.isEmpty() || !unknown.isEmpty()) {
            unknown.forEach(a -> err.println("parse: unknown option " + a));
            err.print(HELP);
            return 2;
        }
        boolean allParsed = true;
        for (String file : files) {
            allParsed &= parseFile(file, explain);
        }
        return allParsed ? 0 : 1;
    }

    private boolean parseFile(String file, boolean explain) {
        try {
            List<PageText> texts = PageText.pagesOf(read(file));
            List<ParsedPage> pages = texts.stream().map(parser::parse).toList();
            if (explain) {
                explain(file, texts, pages);
            } else {
                out.println(ParsedPageJson.write(file, pages));
            }
            return true;
        } catch (NoSuchFileException e) {
            err.println("parse: " + file + ": no such file; check the path");
        } catch (CharacterCodingException e) {
            err.println(
                    "parse: "
                            + file
                            + ": not UTF-8; convert it first, for example with"
                            + " iconv -f GB18030 -t UTF-8");
        } catch (InvalidPathException e) {
            err.println("parse: " + file + ": not a file name: " + e.getReason());
        } catch (IOException e) {
            err.println(
                    "parse: "
                            + file
                            + ": cannot be read ("
                            + e.getMessage()
                            + "); is it a file, and are you allowed to read it?");
        }
        return false;
    }

    private void explain(String file, List<PageText> texts, List<ParsedPage> pages) {
        for (int i = 0; i < pages.size(); i++) {
            String title = pages.size() == 1 ? file : file + ", page " + (i + 1);
            out.println("== " + title);
            ExplainedPage.print(out, texts.get(i), pages.get(i), colour);
        }
    }

    private String read(String file) throws IOException {
        byte[] bytes = file.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(file));
        return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }
}
