package org.broadsheet.e2e.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.broadsheet.e2e.Deploy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What `kubectl apply -k` would send, without a cluster. Needs kubectl, which renders.
class ManifestsTest {
    private static final List<Rendered> OVERLAYS = new ArrayList<>();

    /// Labels that operators give to pods, by the resource they make them for.
    private static final Map<String, List<Map<String, String>>> LABELS_OF_OPERATORS =
            Map.of(
                    "Cluster/broadsheet-postgresql",
                    List.of(Map.of("cnpg.io/cluster", "broadsheet-postgresql")),
                    "Kafka/broadsheet",
                    List.of(
                            Map.of(
                                    "strimzi.io/cluster",
                                    "broadsheet",
                                    "strimzi.io/name",
                                    "broadsheet-entity-operator")));

    @BeforeAll
    static void render() throws Exception {
        boolean isPossible = Rendered.isPossible();
        if (!isPossible) {
            System.err.println("NOT CHECKED: deploy/kubernetes. There is no kubectl to render it.");
        }
        assumeTrue(isPossible, "there is no kubectl");
        OVERLAYS.add(Rendered.of("single-node"));
        OVERLAYS.add(Rendered.of("single-node", "sign-in", "tracing"));
        OVERLAYS.add(Rendered.of("highly-available"));
        OVERLAYS.add(Rendered.of("highly-available", "sign-in", "tracing"));
    }

    static Stream<Rendered> overlays() {
        return OVERLAYS.stream();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyObjectIsAsItsSchemaSays(Rendered overlay) throws Exception {
        assertThat(overlay.objects()).hasSizeGreaterThan(25);
        for (JsonNode object : overlay.objects()) {
            Schemas.check(object);
        }
    }

    @Test
    void whatAnOverlayOfOnesOwnSaysCountsMoreThanItsComponents() {
        for (Rendered own : List.of(OVERLAYS.get(1), OVERLAYS.get(3))) {
            assertThat(own.ofKind("ConfigMap"))
                    .extracting(map -> map.at("/data/QUARKUS_OIDC_AUTH_SERVER_URL").asText())
                    .contains(Rendered.PROVIDER);
        }
    }

    @Test
    void schemasRefuseWhatIsWrong() {
        ObjectNode deployment =
                (ObjectNode) OVERLAYS.getFirst().ofKind("Deployment").findFirst().orElseThrow();
        ObjectNode misspelt = deployment.deepCopy();
        ((ObjectNode) misspelt.at("/spec/template/spec")).put("terminationGracePeriod", 3);
        ObjectNode pool =
                (ObjectNode) OVERLAYS.getLast().ofKind("KafkaNodePool").findFirst().orElseThrow();
        ObjectNode strangePool = pool.deepCopy();
        ((ObjectNode) strangePool.at("/spec/template/pod")).put("affinities", "none");
        ObjectNode incomplete = deployment.deepCopy();
        ((ObjectNode) incomplete.get("spec")).remove("selector");

        assertThatThrownBy(() -> Schemas.check(misspelt))
                .hasMessageContaining("terminationGracePeriod");
        assertThatThrownBy(() -> Schemas.check(incomplete)).hasMessageContaining("selector");
        assertThatThrownBy(() -> Schemas.check(strangePool)).hasMessageContaining("affinities");
    }

    @Test
    void resourcesOfTheOtherOperatorsAreAsTheirModelsSay() throws Exception {
        Optional<NodeModels> models = NodeModels.fetched();
        if (models.isEmpty()) {
            System.err.println(
                    "NOT CHECKED: %s. There is no npm that gets their models."
                            .formatted(Schemas.OF_NODE));
        }
        assumeTrue(models.isPresent(), "there is no npm that gets the models");
        JsonNode cluster = OVERLAYS.getLast().ofKind("Cluster").findFirst().orElseThrow();
        JsonNode elasticsearch =
                OVERLAYS.getLast().ofKind("Elasticsearch").findFirst().orElseThrow();
        assertThat(List.of(Schemas.kind(cluster), Schemas.kind(elasticsearch)))
                .containsExactlyInAnyOrderElementsOf(Schemas.OF_NODE);
        ObjectNode unknown = cluster.deepCopy();
        ((ObjectNode) unknown.at("/spec/postgresql/synchronous")).put("count", 1);
        ObjectNode incomplete = cluster.deepCopy();
        ((ObjectNode) incomplete.get("spec")).remove("instances");
        ObjectNode mistyped = elasticsearch.deepCopy();
        ((ObjectNode) mistyped.at("/spec/nodeSets/0")).put("count", "three");
        ObjectNode unknownInPod = elasticsearch.deepCopy();
        ((ObjectNode) unknownInPod.at("/spec/nodeSets/0/podTemplate/spec")).put("affinities", "");

        List<List<String>> wrong =
                models.get()
                        .wrong(
                                List.of(
                                        cluster,
                                        elasticsearch,
                                        unknown,
                                        incomplete,
                                        mistyped,
                                        unknownInPod));

        assertThat(wrong.subList(0, 2)).allSatisfy(each -> assertThat(each).isEmpty());
        assertThat(wrong.get(2)).containsExactly("/spec/postgresql/synchronous/count is not known");
        assertThat(wrong.get(3)).singleElement().asString().contains("required", "instances");
        assertThat(wrong.get(4)).first().asString().contains("/spec/nodeSets/0/count", "integer");
        assertThat(wrong.get(5))
                .containsExactly("/spec/nodeSets/0/podTemplate/spec/affinities is not known");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void podsHaveNoMoreRightsThanTheyNeed(Rendered overlay) {
        overlay.podTemplates()
                .forEach(
                        pod -> {
                            JsonNode spec = pod.get("spec");
                            JsonNode context = spec.get("securityContext");
                            assertThat(context.get("runAsNonRoot").asBoolean()).isTrue();
                            assertThat(context.at("/seccompProfile/type").asText())
                                    .isEqualTo("RuntimeDefault");
                            assertThat(spec.get("automountServiceAccountToken").asBoolean(true))
                                    .isFalse();
                            Stream.of("containers", "initContainers")
                                    .flatMap(kind -> spec.path(kind).valueStream())
                                    .forEach(ManifestsTest::hasFewRights);
                        });
    }

    private static void hasFewRights(JsonNode container) {
        String name = container.get("name").asText();
        JsonNode context = container.path("securityContext");
        assertThat(context.path("readOnlyRootFilesystem").asBoolean()).as(name).isTrue();
        assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).as(name).isFalse();
        assertThat(context.at("/capabilities/drop/0").asText()).as(name).isEqualTo("ALL");
        assertThat(container.at("/resources/limits/memory").asText()).as(name).isNotEmpty();
        assertThat(container.get("image").asText()).as(name).matches(".+:.+");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void longRunningContainersHaveProbes(Rendered overlay) {
        overlay.podTemplates()
                .flatMap(pod -> pod.at("/spec/containers").valueStream())
                .forEach(
                        container ->
                                assertThat(container.has("startupProbe"))
                                        .as(container.get("name").asText())
                                        .isTrue()
                                        .isEqualTo(container.has("readinessProbe")));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void noSecretStandsInTheManifestsAndEachThatIsNamedIsExplained(Rendered overlay)
            throws Exception {
        assertThat(overlay.ofKind("Secret")).isEmpty();
        String readme = Files.readString(Rendered.FOLDER.resolve("README.md"));
        Set<String> named = new TreeSet<>();
        for (JsonNode object : overlay.objects()) {
            for (JsonNode secret : object.findValues("secret")) {
                named.add(secret.path("name").asText(secret.path("secretName").asText()));
            }
            object.findValues("secretKeyRef").forEach(ref -> named.add(ref.get("name").asText()));
            object.findValuesAsText("secretName").forEach(named::add);
        }

        assertThat(named).hasSizeGreaterThanOrEqualTo(5);
        assertThat(named).allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everySelectorMeetsPods(Rendered overlay) {
        List<Map<String, String>> pods =
                new ArrayList<>(
                        overlay.podTemplates()
                                .map(pod -> labels(pod.at("/metadata/labels")))
                                .toList());
        // Pods that operators make: labels that the manifests ask for, and the operators' own.
        overlay.ofKind("KafkaNodePool")
                .map(o -> labels(o.at("/spec/template/pod/metadata/labels")))
                .forEach(pods::add);
        overlay.ofKind("Cluster")
                .map(o -> labels(o.at("/spec/inheritedMetadata/labels")))
                .forEach(pods::add);
        overlay.ofKind("Elasticsearch")
                .map(o -> labels(o.at("/spec/nodeSets/0/podTemplate/metadata/labels")))
                .forEach(pods::add);
        overlay.ofKind("Cluster", "Kafka")
                .map(o -> o.get("kind").asText() + "/" + o.at("/metadata/name").asText())
                .forEach(
                        operators ->
                                pods.addAll(
                                        LABELS_OF_OPERATORS.getOrDefault(operators, List.of())));

        for (JsonNode object : overlay.objects()) {
            for (JsonNode selector : podSelectors(object)) {
                assertThat(pods)
                        .as("%s selects %s", Rendered.name(object), selector)
                        .anyMatch(pod -> meets(selector, pod));
            }
        }
    }

    private static List<JsonNode> podSelectors(JsonNode object) {
        List<JsonNode> selectors = new ArrayList<>(object.findValues("podSelector"));
        switch (object.get("kind").asText()) {
            case "PodDisruptionBudget", "Deployment", "StatefulSet" ->
                    selectors.add(object.at("/spec/selector"));
            case "Service" ->
                    selectors.add(
                            ((ObjectNode) object.deepCopy())
                                    .putObject("s")
                                    .set("matchLabels", object.at("/spec/selector")));
            default -> {}
        }
        return selectors;
    }

    private static boolean meets(JsonNode selector, Map<String, String> pod) {
        boolean labels =
                selector.path("matchLabels")
                        .propertyStream()
                        .allMatch(l -> l.getValue().asText().equals(pod.get(l.getKey())));
        boolean expressions =
                selector.path("matchExpressions")
                        .valueStream()
                        .allMatch(
                                e ->
                                        e.get("values")
                                                .valueStream()
                                                .anyMatch(
                                                        v ->
                                                                v.asText()
                                                                        .equals(
                                                                                pod.get(
                                                                                        e.get("key")
                                                                                                .asText()))));
        return labels && expressions;
    }

    private static Map<String, String> labels(JsonNode node) {
        Map<String, String> labels = new HashMap<>();
        node.propertyStream().forEach(l -> labels.put(l.getKey(), l.getValue().asText()));
        return labels;
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void namesThatPodsReferToAreThere(Rendered overlay) {
        Set<String> there = new HashSet<>();
        overlay.objects().forEach(object -> there.add(Rendered.name(object)));
        overlay.podTemplates()
                .forEach(
                        pod -> {
                            pod.findValues("configMapRef")
                                    .forEach(
                                            ref ->
                                                    assertThat(there)
                                                            .contains(
                                                                    "ConfigMap "
                                                                            + ref.get("name")
                                                                                    .asText()));
                            pod.findValuesAsText("claimName")
                                    .forEach(
                                            claim ->
                                                    assertThat(there)
                                                            .contains(
                                                                    "PersistentVolumeClaim "
                                                                            + claim));
                        });
        overlay.ofKind("HorizontalPodAutoscaler")
                .forEach(
                        scaler ->
                                assertThat(there)
                                        .contains(
                                                "Deployment "
                                                        + scaler.at("/spec/scaleTargetRef/name")
                                                                .asText()));
    }

    @Test
    void autoscalersAskForWhatTheAdapterServes() throws Exception {
        String adapter =
                Files.readString(
                        Rendered.FOLDER.resolve("components/autoscaling/prometheus-adapter.yaml"));

        assertThat(
                        OVERLAYS.getLast()
                                .ofKind("HorizontalPodAutoscaler")
                                .flatMap(scaler -> scaler.at("/spec/metrics").valueStream())
                                .filter(metric -> metric.has("external"))
                                .map(metric -> metric.at("/external/metric/name").asText()))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(
                        Rendered.read(adapter).getFirst().findValuesAsText("as"));
    }

    @Test
    void alertsAreThoseOfPrometheus() throws Exception {
        JsonNode rule = OVERLAYS.getLast().ofKind("PrometheusRule").findFirst().orElseThrow();
        String alerts =
                Files.readString(
                        Deploy.REPOSITORY.resolve("deploy/observability/prometheus/alerts.yml"));

        assertThat(rule.at("/spec/groups"))
                .isEqualTo(Rendered.read(alerts).getFirst().get("groups"));
    }
}
