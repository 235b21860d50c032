-- Files that come over HTTP stand in the ledger before they are read, and every file tells how far it has come.

alter table issue_file drop constraint issue_file_state_check;
alter table issue_file drop constraint issue_file_check;
alter table issue_file drop constraint issue_file_check1;
alter table issue_file drop constraint issue_file_check2;
alter table issue_file
    -- Apart from its bytes: {"fields": {...}, "sidecars": {name: text}}
    add column told         jsonb not null default '{}',
    -- When it is to be worked on next; null where there is nothing to do.
    add column due_at       timestamptz,
    add column attempts     int not null default 0,
    add column last_error   text,
    -- The .zip it came in.
    add column part_of      bigint references issue_file,
    add column stored_at    timestamptz,
    -- Of all its articles, at their present revisions.
    add column published_at timestamptz,
    add column indexed_at   timestamptz,
    -- The transaction that wrote the row last: what is news to a reader that knows an earlier snapshot.
    add column changed      xid8 not null default pg_current_xact_id(),
    add check (state in ('received', 'stored', 'superseded', 'duplicate', 'rejected', 'unpacked')),
    add check ((state = 'rejected') = (reason is not null)),
    add check ((state = 'duplicate') = (duplicate_of is not null)),
    add check (state in ('duplicate', 'rejected', 'unpacked') or raw is not null),
    add check (state <> 'received' or due_at is not null);
update issue_file set stored_at = received_at where state in ('stored', 'superseded');

create index issue_file_due on issue_file (state, due_at, id) where due_at is not null;
create unique index issue_file_unpacked on issue_file (sha256) where state = 'unpacked';
create index issue_file_part on issue_file (part_of) where part_of is not null;
create index issue_file_unpublished on issue_file (id) where state = 'stored' and published_at is null;
create index issue_file_unindexed on issue_file (id) where state = 'stored' and indexed_at is null;
create index issue_file_changed on issue_file (changed);
create index page_file on page (file_id);

create function issue_file_changes() returns trigger language plpgsql as $$
begin
    new.changed := pg_current_xact_id();
    return new;
end $$;
create trigger issue_file_changes before update on issue_file
    for each row execute function issue_file_changes();

-- The revision that searches were seen to find.
alter table article add column indexed_revision bigint not null default 0;
create index article_unindexed on article (id) where indexed_revision < revision;
-- The index that was asked: another one knows nothing of what this one held.
create table searched_index (
    only_one boolean primary key default true check (only_one),
    index_id text not null   -- Elasticsearch's own id of the index
);
create index outbox_unpublished_article on outbox (aggregateid) where published_at is null;
