-- What the keeper wants, and who is the keeper.

-- A stored file whose articles are withdrawn. It keeps its name, its bytes and its ids.
alter table issue_file add column withdrawn boolean not null default false;

-- Keys that were given out. The key itself is not kept.
create table api_key (
    id         text        primary key,
    name       text        not null,
    role       text        not null check (role in ('read', 'drop', 'manage')),
    sha256     char(64)    not null,
    created_at timestamptz not null default now(),
    revoked_at timestamptz
);
create unique index api_key_name on api_key (name) where revoked_at is null;
