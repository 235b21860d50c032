package org.broadsheet.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.core.ConditionFactory;
import org.broadsheet.e2e.Deploy;
import org.jspecify.annotations.Nullable;

/// One whole line under test, apart from any other on the same servers: a schema, topics, indices
/// and a drop folder of its own, the services as processes, and a proxy in front of PostgreSQL and
/// of Elasticsearch.
final class Line implements AutoCloseable {
    private static final Duration SETTLES_WITHIN = Duration.ofSeconds(60);

    private final String run;
    private final Path folder;
    private final Path logs;
    private final Path services;
    private final FaultProxy postgres;
    private final BulkProxy elasticsearch;
    private final Press press;
    private final Set<String> poison = ConcurrentHashMap.newKeySet();
    private final ServiceProcess ingest;
    private final ServiceProcess index;
    private final Oracle oracle = new Oracle(this);

    Line(String run, RandomGenerator random) throws IOException, SQLException {
        this.run = run;
        Path work = Deploy.home().resolve("torture-" + run);
        this.folder = work.resolve("drop");
        this.logs = work.resolve("logs");
        this.services = work.resolve("services");
        Files.createDirectories(folder);
        Files.createDirectories(logs);
        for (String service : List.of("ingest-service", "index-service", "query-service")) {
            copy(
                    Deploy.REPOSITORY.resolve(service).resolve("target/quarkus-app"),
                    Files.createDirectories(services).resolve(service));
        }
        this.postgres = new FaultProxy(Servers.postgres());
        this.elasticsearch = new BulkProxy(Servers.elasticsearch());
        this.press = new Press(folder, random);
        this.index = newIndex("index-service");
        this.ingest = newIngest("ingest-service");
        try (Connection connection = connect(Servers.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("create schema " + schema());
        }
    }

    /// Services run from a copy: a build in the clone does not disturb a line that runs.
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    void start() {
        ingest.start();
        index.start();
        awaitReady(ingest);
        awaitReady(index);
    }

    /// An ingest-service behind the proxy that notices things sooner than a shipped one.
    ServiceProcess newIngest(String label) {
        return newIngest(label, Map.of("DROP_SETTLE_TIME", "100ms", "DROP_SCAN_EVERY", "300ms"));
    }

    /// The same with these settings besides.
    ServiceProcess newIngest(String label, Map<String, String> besides) {
        Map<String, String> settings = new HashMap<>();
        settings.put("OUTBOX_TOPIC_CHECK_EVERY", "1s");
        settings.put("OUTBOX_RETRY_DELAY_MAX", "1s");
        settings.put("OUTBOX_DELIVERY_TIMEOUT", "6s");
        settings.putAll(besides);
        return newService(
                "ingest-service",
                label,
                ServiceProcess.QUICK,
                ingestNames(postgres.port()),
                settings);
    }

    /// An index-service behind the proxy that notices things sooner than a shipped one.
    ServiceProcess newIndex(String label) {
        return newService(
                "index-service",
                label,
                ServiceProcess.QUICK,
                indexNames(elasticsearch.port()),
                Map.of(
                        "EVENTS_POLL_WAIT", "100ms",
                        "INDEX_BULK_DEADLINE", "3s",
                        "INDEXER_BACKOFF_MAX", "2s",
                        "INDEXER_PREPARE_EVERY", "200ms",
                        "INDEXER_INDEX_CHECK_EVERY", "1s",
                        // A frozen replica is put out of its group soon.
                        "KAFKA_SESSION_TIMEOUT_MS", "6000",
                        "KAFKA_HEARTBEAT_INTERVAL_MS", "1000"));
    }

    /// An ingest-service with the settings it is shipped with, and no proxy.
    ServiceProcess newIngestAsShipped(String label) {
        return newService(
                "ingest-service",
                label,
                ServiceProcess.SHIPPED,
                ingestNames(Servers.postgres().getPort()),
                Map.of());
    }

    /// An index-service with the settings it is shipped with, but for how soon it notices another
    /// index.
    ///
    /// @param elasticsearchPort of Elasticsearch or of a proxy
    ServiceProcess newIndexAsShipped(String label, int elasticsearchPort) {
        return newService(
                "index-service",
                label,
                ServiceProcess.SHIPPED,
                indexNames(elasticsearchPort),
                Map.of("INDEXER_INDEX_CHECK_EVERY", "1s"));
    }

    private Map<String, String> ingestNames(int postgresPort) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:%d/broadsheet?currentSchema=%s"
                        .formatted(postgresPort, schema()),
                "OUTBOX_TOPIC",
                topic(),
                "PROGRESS_INDEX_SERVICE",
                index.address(),
                "UPLOAD_SPOOL",
                folder.resolveSibling("uploads").toString(),
                "DROP_FOLDER",
                folder.toString());
    }

    private Map<String, String> indexNames(int elasticsearchPort) {
        return Map.of(
                "QUARKUS_ELASTICSEARCH_HOSTS",
                "127.0.0.1:" + elasticsearchPort,
                "EVENTS_TOPIC",
                topic(),
                "EVENTS_DEAD_LETTER_TOPIC",
                deadLetterTopic(),
                "EVENTS_GROUP",
                group(),
                "INDEX_ALIAS",
                alias());
    }

    private ServiceProcess newService(
            String name,
            String label,
            List<String> options,
            Map<String, String> names,
            Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(names);
        environment.putAll(settings);
        return new ServiceProcess(name, label, services, logs, options, environment);
    }

    ServiceProcess newQuery(String label) {
        return new ServiceProcess(
                "query-service",
                label,
                services,
                logs,
                ServiceProcess.QUICK,
                Map.of("SEARCH_ALIAS", alias()));
    }

    ServiceProcess ingest() {
        return ingest;
    }

    ServiceProcess index() {
        return index;
    }

    FaultProxy postgres() {
        return postgres;
    }

    BulkProxy elasticsearch() {
        return elasticsearch;
    }

    Press press() {
        return press;
    }

    Path folder() {
        return folder;
    }

    Path logs() {
        return logs;
    }

    String schema() {
        return "torture_" + run;
    }

    String topic() {
        return "torture." + run + ".articles";
    }

    String deadLetterTopic() {
        return "torture." + run + ".dead-letters";
    }

    private String group() {
        return "torture-" + run;
    }

    /// The group that index-service is in now.
    String consumerGroup() throws IOException {
        return group() + "-" + generation();
    }

    String alias() {
        return "torture-" + run;
    }

    String writeAlias() throws IOException {
        return alias() + "-" + generation() + "-write";
    }

    /// The index that events go to.
    String writtenIndex() throws IOException {
        return Web.get(Servers.elasticsearch() + "/_alias/" + writeAlias())
                .body()
                .fieldNames()
                .next();
    }

    static Path contract() {
        return Deploy.REPOSITORY.resolve("index-service/src/main/contract/articles.index.json");
    }

    private static int generation() throws IOException {
        return new JsonMapper()
                .readTree(contract().toFile())
                .at("/mappings/_meta/generation")
                .asInt();
    }

    /// Key and bytes of every event that must end with the dead letters.
    Set<String> poison() {
        return Set.copyOf(poison);
    }

    static String poisonId(byte @Nullable [] key, byte @Nullable [] value) {
        return Press.sha256(
                key == null ? new byte[0] : key,
                value == null ? new byte[] {1} : new byte[] {0},
                value == null ? new byte[0] : value);
    }

    /// Puts an event on the topic that nobody can apply.
    void poison(String key, @Nullable String value) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        byte[] valueBytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        poison.add(poisonId(keyBytes, valueBytes));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", Servers.kafka()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic(), keyBytes, valueBytes)).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Records on the topic of article events, by its offsets.
    long eventsOnTopic() throws InterruptedException, ExecutionException {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
            partitions(admin).forEach(partition -> ends.put(partition, OffsetSpec.latest()));
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        }
    }

    List<TopicPartition> partitions(Admin admin) throws InterruptedException, ExecutionException {
        return admin.describeTopics(List.of(topic())).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .map(partition -> new TopicPartition(topic(), partition.partition()))
                .toList();
    }

    /// Waits until the events are shared among so many replicas of index-service, and each has
    /// some.
    void awaitShares(int replicas) {
        try (Admin admin = admin()) {
            eventually(
                    Duration.ofSeconds(60),
                    () -> {
                        List<Integer> shares = shares(admin);
                        return shares.size() == replicas
                                && !shares.contains(0)
                                && shares.stream().mapToInt(Integer::intValue).sum()
                                        == partitions(admin).size();
                    });
        }
    }

    private List<Integer> shares(Admin admin)
            throws IOException, InterruptedException, ExecutionException {
        var groups = admin.describeConsumerGroups(List.of(consumerGroup())).all().get();
        return groups.values().stream()
                .flatMap(group -> group.members().stream())
                .map(member -> member.assignment().topicPartitions().size())
                .toList();
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", Servers.kafka()));
    }

    /// A connection to the schema that goes round the proxy.
    Connection archive() throws SQLException {
        return connect(Servers.jdbcUrl() + "?currentSchema=" + schema());
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(
                url,
                Deploy.environment("QUARKUS_DATASOURCE_USERNAME"),
                Deploy.environment("QUARKUS_DATASOURCE_PASSWORD"));
    }

    long number(String sql) throws SQLException {
        try (Connection connection = archive();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// All values of the first column, as text.
    Set<String> column(String sql) throws SQLException {
        Set<String> values = new HashSet<>();
        try (Connection connection = archive();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    long unpublished() throws SQLException {
        return number("select count(*) from outbox where published_at is null");
    }

    /// Names of the files still in the drop folder.
    Set<String> waitingFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    /// Waits until every dropped file is taken and every event is on the topic.
    void awaitPublished() {
        eventually(Duration.ofSeconds(60), () -> waitingFiles().isEmpty() && unpublished() == 0);
    }

    boolean isReady(ServiceProcess service) {
        return Web.get(service.address() + "/q/health/ready").status() == 200;
    }

    /// What the health check of this name gives as its reason; empty if it is up.
    Optional<String> reason(ServiceProcess service, String check) {
        return said(service, check, "reason");
    }

    /// The same of a check that calls it trouble; "" if it is up.
    String trouble(ServiceProcess service, String check) {
        return said(service, check, "trouble").orElse("");
    }

    private static Optional<String> said(ServiceProcess service, String check, String field) {
        for (var each : Web.get(service.address() + "/q/health/ready").body().path("checks")) {
            if (each.path("name").asText().equals(check)
                    && !each.path("status").asText().equals("UP")) {
                return Optional.of(each.path("data").path(field).asText());
            }
        }
        return Optional.empty();
    }

    void awaitReady(ServiceProcess service) {
        within(Duration.ofSeconds(60)).until(() -> isReady(service));
    }

    static ConditionFactory within(Duration patience) {
        return await().atMost(patience).pollInterval(Duration.ofMillis(100));
    }

    /// Waits for something that has to come, whatever fails on the way.
    static void eventually(Duration patience, Callable<Boolean> reached) {
        within(patience).ignoreExceptions().until(reached);
    }

    /// Waits until the oracle has nothing to say; its last words if that does not come, or can't.
    Oracle.Verdict awaitTruth() throws InterruptedException {
        return awaitTruth(oracle::ask);
    }

    /// A question to the oracle.
    @FunctionalInterface
    private interface Question {
        Oracle.Verdict ask() throws SQLException, IOException;
    }

    private static Oracle.Verdict awaitTruth(Question question) throws InterruptedException {
        long deadline = System.nanoTime() + SETTLES_WITHIN.toNanos();
        Oracle.Verdict verdict = ask(question);
        while (!verdict.isGood() && verdict.mayHeal() && System.nanoTime() < deadline) {
            Thread.sleep(300);
            verdict = ask(question);
        }
        return verdict;
    }

    /// The same of articles alone: archive, topic, index, outbox and dead letters.
    Oracle.Verdict awaitTruthOfArticles() throws InterruptedException {
        return awaitTruth(oracle::askOfArticles);
    }

    /// For a fault that has something to check once all is well.
    void requireTruth() throws InterruptedException {
        assertThat(awaitTruth().faults()).isEmpty();
    }

    /// Events that are with the dead letters now.
    int deadLetters() {
        return oracle.deadLetters().size();
    }

    /// These findings belong to the fault that was, not to the next.
    void putDown(Oracle.Verdict verdict) {
        oracle.putDown(verdict);
    }

    private static Oracle.Verdict ask(Question question) {
        try {
            return question.ask();
        } catch (SQLException | IOException | KafkaException e) {
            return Oracle.Verdict.unanswered(e);
        }
    }

    /// Lets everything run and pass again.
    void heal() {
        postgres.heal();
        elasticsearch.heal();
        ingest.start();
        index.start();
    }

    @Override
    public void close() throws IOException, SQLException {
        ingest.close();
        index.close();
        postgres.close();
        elasticsearch.close();
        try (Connection connection = connect(Servers.jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + schema() + " cascade");
        }
        try (Admin admin = admin()) {
            Set<String> made =
                    new HashSet<>(
                            admin.listTopics()
                                    .names()
                                    .toCompletionStage()
                                    .toCompletableFuture()
                                    .join());
            // A line whose index-service never ran has no dead letters.
            made.retainAll(Set.of(topic(), deadLetterTopic()));
            admin.deleteTopics(made).all().toCompletionStage().toCompletableFuture().join();
        }
        Web.get(Servers.elasticsearch() + "/" + alias() + "-*")
                .body()
                .fieldNames()
                .forEachRemaining(
                        name ->
                                assertThat(
                                                Web.send(
                                                                "DELETE",
                                                                Servers.elasticsearch()
                                                                        + "/"
                                                                        + name,
                                                                "")
                                                        .isOk())
                                        .isTrue());
    }
}
