-- The newspapers of the archive. It grows by itself when a file of a new one is stored.
create table newspaper (
    code     text        primary key,
    name     text        not null unique,
    place    text,
    language text        not null,            -- BCP 47
    aliases  text[]      not null default '{}',
    made_at  timestamptz not null default now()
);
create index page_title_code on page (title_code);
