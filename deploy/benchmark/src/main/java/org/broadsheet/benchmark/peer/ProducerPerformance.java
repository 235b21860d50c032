package org.broadsheet.benchmark.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `kafka-producer-perf-test` itself, in a process of its own, with payloads of ours and the
/// settings of the relay's producer.
///
/// @param kafka bootstrap servers
public record ProducerPerformance(String kafka) {
    private static final String TOOL = "org.apache.kafka.tools.ProducerPerformance";
    private static final Pattern SPEED =
            Pattern.compile("records sent, ([0-9.]+) records/sec", Pattern.MULTILINE);

    /// @param payloads one in a line; the tool takes one of them at random again and again
    /// @return messages a second, as the tool has it: from the first sent to the last acknowledged
    public double send(String topic, Path payloads, long messages) {
        List<String> line =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TOOL,
                        "--topic",
                        topic,
                        "--num-records",
                        Long.toString(messages),
                        "--payload-file",
                        payloads.toString(),
                        "--throughput",
                        "-1",
                        "--command-property",
                        "bootstrap.servers=" + kafka,
                        "acks=all",
                        "linger.ms=5",
                        "compression.type=lz4");
        try {
            Path said = Files.createTempFile("producer-performance", ".log");
            Process process =
                    new ProcessBuilder(line)
                            .redirectErrorStream(true)
                            .redirectOutput(said.toFile())
                            .start();
            int exit = process.waitFor();
            String words = Files.readString(said, StandardCharsets.UTF_8);
            Files.delete(said);
            Matcher speed = SPEED.matcher(words);
            double last = -1;
            while (speed.find()) {
                last = Double.parseDouble(speed.group(1));
            }
            if (exit != 0 || last < 0) {
                throw new IllegalStateException("kafka-producer-perf-test failed: " + words);
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException("kafka-producer-perf-test cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
