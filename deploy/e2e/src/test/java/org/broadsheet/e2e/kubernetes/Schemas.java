package org.broadsheet.e2e.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What an object must look like. Those of Kubernetes itself against the models that its project
/// generates from its OpenAPI document: unknown fields, missing required ones and wrong types are
/// errors. Those of Strimzi and of the Prometheus operator against these projects' own Java models:
/// unknown fields and wrong types are errors.
final class Schemas {
    private static final String MODELS = "io.kubernetes.client.openapi.models.";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Class<?>> OF_OPERATORS =
            Map.of(
                    "kafka.strimzi.io/v1 Kafka", Kafka.class,
                    "kafka.strimzi.io/v1 KafkaNodePool", KafkaNodePool.class,
                    "kafka.strimzi.io/v1 KafkaTopic", KafkaTopic.class,
                    "kafka.strimzi.io/v1 KafkaUser", KafkaUser.class,
                    "monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class,
                    "monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class);

    /// Kinds that no Java package has a model of, see [NodeModels].
    static final Set<String> OF_NODE =
            Set.of(
                    "postgresql.cnpg.io/v1 Cluster",
                    "elasticsearch.k8s.elastic.co/v1 Elasticsearch");

    private Schemas() {}

    static String kind(JsonNode object) {
        return object.get("apiVersion").asText() + " " + object.get("kind").asText();
    }

    static void check(JsonNode object) throws IOException, ReflectiveOperationException {
        String kind = kind(object);
        Class<?> operators = OF_OPERATORS.get(kind);
        if (operators != null) {
            refuseUnknown(JSON.treeToValue(object, operators), kind);
        } else if (!OF_NODE.contains(kind)) {
            checkOwn(object);
        }
    }

    private static void checkOwn(JsonNode object) throws IOException, ReflectiveOperationException {
        String apiVersion = object.get("apiVersion").asText();
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        Class<?> model =
                Class.forName(
                        MODELS + version.toUpperCase(Locale.ROOT) + object.get("kind").asText());
        try {
            model.getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, JsonParser.parseString(object.toString()));
            model.getMethod("fromJson", String.class).invoke(null, object.toString());
        } catch (InvocationTargetException e) {
            throw new AssertionError(Rendered.name(object) + ": " + e.getCause(), e.getCause());
        }
    }

    /// These models keep what they do not know aside instead of refusing it.
    private static void refuseUnknown(Object value, String where)
            throws ReflectiveOperationException {
        if (value instanceof Iterable<?> many) {
            for (Object each : many) {
                refuseUnknown(each, where);
            }
        }
        String of = value.getClass().getPackageName();
        if (value instanceof Enum
                || !(of.startsWith("io.fabric8") || of.startsWith("io.strimzi"))) {
            return;
        }
        for (PropertyDescriptor property : properties(value)) {
            if (property.getReadMethod() == null
                    || property.getReadMethod().getDeclaringClass() == Object.class) {
                continue;
            }
            Object inner = property.getReadMethod().invoke(value);
            String path = where + "." + property.getName();
            if (property.getName().equals("additionalProperties")) {
                if (inner instanceof Map<?, ?> unknown && !unknown.isEmpty()) {
                    throw new AssertionError(where + " has no " + unknown.keySet());
                }
            } else if (inner != null) {
                refuseUnknown(inner, path);
            }
        }
    }

    private static PropertyDescriptor[] properties(Object value) {
        try {
            return Introspector.getBeanInfo(value.getClass()).getPropertyDescriptors();
        } catch (IntrospectionException e) {
            throw new IllegalStateException(e);
        }
    }
}
