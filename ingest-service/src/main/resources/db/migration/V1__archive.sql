-- The archive: what was dropped, what was rebuilt from it, and what is still to be told to the topic.

-- The ledger: one row for each thing that happened to a dropped file. The bytes are kept, so that a page
-- can be parsed again without the folder.
create table issue_file (
    id           bigint generated always as identity primary key,
    name         text        not null,
    sha256       char(64)    not null,
    size_bytes   bigint      not null,
    state        text        not null check (state in ('stored', 'superseded', 'duplicate', 'rejected')),
    reason       text,
    duplicate_of text,
    raw          bytea,
    received_at  timestamptz not null,
    check ((state = 'rejected') = (reason is not null)),
    check ((state = 'duplicate') = (duplicate_of is not null)),
    check (state in ('duplicate', 'rejected') or raw is not null)
);
-- The bytes of an issue file stand in the archive once, and a name has one present content.
create unique index issue_file_content on issue_file (sha256) where state = 'stored';
create unique index issue_file_name on issue_file (name) where state = 'stored';
create index issue_file_received on issue_file (received_at, id);

create table page (
    id             text   primary key,
    file_name      text   not null,
    ordinal        int    not null,  -- place in the file, from 1; more than 1 where form feeds part pages
    file_id        bigint not null references issue_file,
    revision       bigint not null,
    articles_ever  int    not null,  -- numbers given out, so that none is given twice
    title_code     text,
    title_name     text,
    issue_date     date,
    edition        text,
    page_number    int,
    page_name      text,
    -- Non-blank lines. The books balance: lines = article + furniture + unplaced.
    lines           int   not null,
    lines_article   int   not null,
    lines_furniture int   not null,
    lines_unplaced  int   not null,
    findings       jsonb  not null,  -- furniture, unplaced lines, repairs, diagnostics
    unique (file_name, ordinal),
    check (lines = lines_article + lines_furniture + lines_unplaced)
);

create table article (
    id           text    primary key,
    page_id      text    not null references page,
    number       int     not null,  -- last part of the id
    position     int     not null,  -- place on the page now
    revision     bigint  not null,
    withdrawn    boolean not null,
    content_hash char(64) not null,
    content      jsonb   not null,
    text         text    not null,  -- all its words, to know it again when the page is parsed again
    unique (page_id, number)
);

-- What the relay has to tell the topic, in the order of id. The customary column names of an outbox, so
-- that change data capture could take over.
create table outbox (
    id            bigint generated always as identity primary key,
    aggregatetype text        not null,
    aggregateid   text        not null,
    type          text        not null,
    payload       text        not null,
    occurred_at   timestamptz not null,
    traceparent   text,
    published_at  timestamptz
);
create index outbox_unpublished on outbox (id) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;
