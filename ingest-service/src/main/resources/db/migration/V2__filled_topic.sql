-- The topic that holds what the outbox has published so far. Another topic under the same name lacks all of
-- it, and is filled again from the articles.
create table filled_topic (
    name     text primary key,
    topic_id text not null   -- Kafka's own id of the topic
);
