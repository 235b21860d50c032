package org.broadsheet.stack.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.stack.Problem;

/// A command line that has been checked against what the command takes.
public record Arguments(Map<String, String> options, List<String> operands) {

    static Arguments of(Command command, List<String> words) {
        if (command.passesArgumentsOn()) {
            return new Arguments(Map.of(), words);
        }
        Map<String, String> options = new HashMap<>();
        List<String> operands = new ArrayList<>();
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (!word.startsWith("-") || word.equals("-")) {
                operands.add(word);
                continue;
            }
            Option option = option(command, word);
            if (option.value().isPresent() && !rest.hasNext()) {
                throw wrong(command, word + " needs a value: " + option.shown() + ".");
            }
            options.put(word, option.value().isPresent() ? rest.next() : "");
        }
        if (command.operands().isEmpty() && !operands.isEmpty()) {
            throw wrong(command, "'" + operands.getFirst() + "' is too much.");
        }
        return new Arguments(Map.copyOf(options), List.copyOf(operands));
    }

    boolean has(Option option) {
        return options.containsKey(option.name());
    }

    Optional<String> value(Option option) {
        return has(option)
                ? Optional.of(options.getOrDefault(option.name(), ""))
                : Optional.empty();
    }

    /// These options as a query of an address, under their names.
    String query(List<Option> options) {
        return options.stream()
                .filter(this::has)
                .map(
                        option ->
                                option.name().substring(2)
                                        + "="
                                        + URLEncoder.encode(
                                                value(option).orElse(""), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Option option(Command command, String word) {
        return command.options().stream()
                .filter(option -> option.name().equals(word))
                .findFirst()
                .orElseThrow(() -> wrong(command, "There is no option " + word + "."));
    }

    static Problem wrong(Command command, String message) {
        return Problem.usage(
                "deploy/" + command.name() + ": " + message,
                "deploy/" + command.name() + " --help shows what it takes.");
    }
}
