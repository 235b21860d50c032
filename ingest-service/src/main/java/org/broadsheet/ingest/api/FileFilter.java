package org.broadsheet.ingest.api;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadsheet.ingest.store.FileQuestion;
import org.broadsheet.ingest.store.FileState;
import org.broadsheet.ingest.store.Missing;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which files a request means; a parameter that is absent does not narrow.
public class FileFilter {
    @Parameter(description = "Only the file of this id")
    @QueryParam("id")
    @Nullable Long id;

    @Parameter(description = "Only files in this state; may be given several times")
    @QueryParam("state")
    @Nullable List<String> states;

    @Parameter(description = "Only files with a page of this newspaper, by name or code")
    @QueryParam("newspaper")
    @Nullable String newspaper;

    @Parameter(description = "Only files with a page of this date or later, as 2026-01-15")
    @QueryParam("from")
    @Nullable String from;

    @Parameter(description = "Only files with a page of this date or earlier")
    @QueryParam("to")
    @Nullable String to;

    @Parameter(description = "Only files with this in their name")
    @QueryParam("q")
    @Nullable String text;

    @Parameter(description = "Only files of which this is unknown: newspaper, date or page")
    @QueryParam("missing")
    @Nullable String missing;

    @Parameter(description = "Only files that came in the .zip of this id")
    @QueryParam("partOf")
    @Nullable Long partOf;

    /// @throws WebApplicationException with problem details if a parameter can't be read
    FileQuestion question() {
        return new FileQuestion(
                Optional.ofNullable(id),
                states(states == null ? List.of() : states),
                Optional.ofNullable(newspaper),
                date("from", from),
                date("to", to),
                Optional.ofNullable(text),
                Optional.ofNullable(missing).map(FileFilter::missing),
                Optional.ofNullable(partOf));
    }

    private static Set<FileState> states(List<String> names) {
        Set<FileState> states = EnumSet.noneOf(FileState.class);
        for (String name : names) {
            states.add(FileState.named(name).orElseThrow(() -> unknown("state", knownStates())));
        }
        return states;
    }

    private static String knownStates() {
        return Arrays.stream(FileState.values())
                .map(FileState::written)
                .collect(Collectors.joining(", ", "Say one of ", "."));
    }

    private static Optional<LocalDate> date(String name, @Nullable String value) {
        try {
            return Optional.ofNullable(value).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw unknown(name, "Write a date as 2026-01-15.");
        }
    }

    private static Missing missing(String name) {
        return Missing.named(name)
                .orElseThrow(() -> unknown("missing", "Say one of newspaper, date, page."));
    }

    private static WebApplicationException unknown(String parameter, String remedy) {
        return new WebApplicationException(
                Problem.of(400, "Parameter '" + parameter + "' is not known", remedy));
    }
}
