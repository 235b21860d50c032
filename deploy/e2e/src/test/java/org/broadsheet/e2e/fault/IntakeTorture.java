package org.broadsheet.e2e.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/// The hostile run: bursts of files, some of them nasty, into one folder that two ingest-services
/// share, while both are killed every few seconds. In the end every file is accounted for.
final class IntakeTorture {
    static final String KEY = "the key of the hostile run";
    static final Duration SETTLE_TIME = Duration.ofSeconds(2);
    private static final double NASTY = 0.2;
    private static final double UPLOADS = 0.05;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(1);
    private static final long MEGABYTE = 1 << 20;

    /// What a service may hold after any burst, however large: half of what it is given.
    private static final long HEAP_MAX = 96 * MEGABYTE;

    /// What it may hold more than after the first one.
    private static final long HEAP_GROWTH_MAX = 16 * MEGABYTE;

    private final Line line;
    private final List<ServiceProcess> services;
    private final Random random;
    private final HostilePress press;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final Map<ServiceProcess, Long> heaps = new HashMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final RunReport report;
    private int uploads;
    private int kills;

    IntakeTorture(Line line, List<ServiceProcess> services, long seed, PrintStream out)
            throws IOException {
        this.line = line;
        this.services = services;
        this.random = new Random(seed);
        this.press = new HostilePress(line.folder(), line.press(), random, SETTLE_TIME);
        this.report = new RunReport(out);
        tell("seed " + seed + ", two ingest-services on one folder");
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    /// Bursts until the time is over; one at least.
    void run(int files, int kills, Duration duration) throws Exception {
        for (ServiceProcess service : services) {
            service.start();
            line.awaitReady(service);
        }
        press.dropTooLarge();
        long end = System.nanoTime() + duration.toNanos();
        do {
            round(files, kills);
        } while (System.nanoTime() < end && faults.isEmpty());
        tell(faults.isEmpty() ? "every file accounted for, none twice, none lost" : "NOT GOOD");
        faults.forEach(fault -> tell("  " + fault));
    }

    private void round(int files, int killsMin) throws Exception {
        long began = System.nanoTime();
        Thread burst =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        press.burst(files, NASTY);
                                    } catch (IOException e) {
                                        faults.add("the burst broke off: " + e);
                                    }
                                });
        int toUpload = (int) (files * UPLOADS);
        int portion = 1 + toUpload / killsMin;
        int killed = 0;
        while (killed < killsMin || burst.isAlive()) {
            upload(Math.min(toUpload, portion));
            toUpload -= Math.min(toUpload, portion);
            killOne();
            killed++;
        }
        burst.join();
        upload(toUpload);
        press.finish();
        for (ServiceProcess service : services) {
            service.start();
            line.awaitReady(service);
        }
        awaitSettled();
        account(began, killed);
    }

    /// Mostly in the middle of its work, now and then while it is still coming up.
    private void killOne() throws InterruptedException {
        ServiceProcess victim = services.get(random.nextInt(services.size()));
        if (random.nextInt(4) > 0) {
            line.awaitReady(victim);
        }
        Thread.sleep(random.nextLong(200, 2_500));
        if (!victim.isAlive()) {
            faults.add("died by itself: see its log");
        }
        victim.kill();
        victim.start();
        kills++;
    }

    /// Sends again what got no answer, as everybody would.
    private void upload(int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            String name = "upload/" + ++uploads + ".txt";
            byte[] page = line.press().page().getBytes(UTF_8);
            press.uploaded(name, page);
            long deadline = System.nanoTime() + ANSWERED_WITHIN.toNanos();
            while (!isTaken(services.get(uploads % services.size()), name, page)) {
                if (System.nanoTime() > deadline) {
                    faults.add("no answer to the upload of " + name);
                    return;
                }
                Thread.sleep(200);
            }
        }
    }

    private boolean isTaken(ServiceProcess service, String name, byte[] page)
            throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        service.address()
                                                + "/api/files?name="
                                                + URLEncoder.encode(name, UTF_8)))
                        .timeout(Duration.ofSeconds(20))
                        .header("Authorization", "Bearer " + KEY)
                        .header("Content-Type", "text/plain; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(page))
                        .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 202;
        } catch (IOException e) {
            return false;
        }
    }

    /// Until nothing waits any more: not in the folder, not in the ledger, not before the index.
    private void awaitSettled() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (line.number(
                                        """
                                        select count(*) from issue_file where due_at is not null
                                          or (state = 'stored' and indexed_at is null)
                                        """)
                                == 0
                        && isFolderEmpty()) {
                    return;
                }
            } catch (SQLException | IOException e) {
                // Asked again.
            }
            Thread.sleep(500);
        }
        faults.add("not settled within " + PATIENCE.toMinutes() + " minutes");
    }

    private boolean isFolderEmpty() throws IOException {
        for (Dropped each : press.dropped()) {
            boolean mayStay = each.kind().place() == Dropped.Place.DROP_FOLDER;
            if (!mayStay && Files.exists(line.folder().resolve(each.name()))) {
                return false;
            }
        }
        return true;
    }

    private void account(long began, int killed) throws Exception {
        IntakeBooks books = IntakeBooks.of(line, press.dropped(), press.unsure());
        faults.addAll(books.faults());
        Oracle.Verdict articles = line.awaitTruthOfArticles();
        faults.addAll(articles.faults());
        tell(
                String.format(
                        Locale.ROOT,
                        "%s after %.1f s: %d files so far, %d SIGKILLs (%d in this burst), %s",
                        faults.isEmpty() ? "ok  " : "FAIL",
                        (System.nanoTime() - began) / 1e9,
                        press.dropped().size(),
                        kills,
                        killed,
                        articles.counts()));
        books.lines().forEach(this::tell);
        if (!press.unsure().isEmpty()) {
            tell("  left out, their writers paused too long: " + press.unsure());
        }
        for (int i = 0; i < services.size(); i++) {
            long now = heap(services.get(i));
            long first = heaps.computeIfAbsent(services.get(i), _ -> now);
            tell(
                    "  live heap of ingest-service %d: %d MB, after the first burst %d MB"
                            .formatted(i + 1, now / MEGABYTE, first / MEGABYTE));
            if (now > HEAP_MAX || now > first + HEAP_GROWTH_MAX) {
                faults.add("heap not flat: %d bytes, at first %d".formatted(now, first));
            }
        }
    }

    /// Bytes of the heap that are in use once the garbage is gone.
    private long heap(ServiceProcess service) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        new ProcessBuilder(jcmd, Long.toString(service.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        String metrics =
                client.send(
                                HttpRequest.newBuilder(URI.create(service.address() + "/q/metrics"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body();
        double bytes =
                metrics.lines()
                        .filter(each -> each.startsWith("jvm_memory_used_bytes{"))
                        .filter(each -> each.contains("area=\"heap\""))
                        .mapToDouble(
                                each -> Double.parseDouble(each.substring(each.indexOf('}') + 1)))
                        .sum();
        if (bytes == 0) {
            faults.add("the heap is not told by /q/metrics");
        }
        return (long) bytes;
    }

    private void tell(String line) {
        report.tell(line);
    }

    void write(Path file) throws IOException {
        report.write(file);
    }
}
