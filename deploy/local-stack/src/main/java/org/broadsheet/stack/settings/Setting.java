package org.broadsheet.stack.settings;

/// Everything that can be set, with its default: as an environment variable, or under the same name
/// in `stack.properties` in the home folder.
public enum Setting {
    QUERY_PORT("BROADSHEET_QUERY_PORT", "8080", "query-service: search page and API"),
    INGEST_PORT("BROADSHEET_INGEST_PORT", "8081", "ingest-service"),
    INDEX_PORT("BROADSHEET_INDEX_PORT", "8082", "index-service"),
    POSTGRES_PORT("BROADSHEET_POSTGRES_PORT", "15432", "PostgreSQL"),
    KAFKA_PORT("BROADSHEET_KAFKA_PORT", "19092", "Kafka"),
    KAFKA_CONTROLLER_PORT("BROADSHEET_KAFKA_CONTROLLER_PORT", "19093", "Kafka's controller"),
    ELASTICSEARCH_PORT("BROADSHEET_ELASTICSEARCH_PORT", "19200", "Elasticsearch"),
    ELASTICSEARCH_TRANSPORT_PORT(
            "BROADSHEET_ELASTICSEARCH_TRANSPORT_PORT", "19300", "Elasticsearch between nodes"),
    HOST(
            "BROADSHEET_HOST",
            "127.0.0.1",
            "address the three services listen on; the servers always stay on 127.0.0.1"),
    SERVICE_HEAP("BROADSHEET_SERVICE_HEAP", "256m", "memory for the heap of each service"),
    KAFKA_HEAP("BROADSHEET_KAFKA_HEAP", "384m", "memory for Kafka's heap"),
    ELASTICSEARCH_HEAP("BROADSHEET_ELASTICSEARCH_HEAP", "512m", "memory for Elasticsearch's heap"),
    SERVERS("BROADSHEET_SERVERS", "", "folder of the unpacked servers; empty: servers/ in here");

    private final String key;
    private final String byDefault;
    private final String description;

    Setting(String key, String byDefault, String description) {
        this.key = key;
        this.byDefault = byDefault;
        this.description = description;
    }

    public String key() {
        return key;
    }

    public String byDefault() {
        return byDefault;
    }

    public String description() {
        return description;
    }

    public boolean isPort() {
        return key.endsWith("_PORT");
    }

    boolean isHeap() {
        return key.endsWith("_HEAP");
    }
}
