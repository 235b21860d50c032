-- What became of each file, as its receipt says it, also where there is no folder to put one.
alter table issue_file add column receipt json;

-- Why searches can't find an article as it now is; null once they do.
alter table article add column last_error text;
create index article_failed on article (page_id) where last_error is not null;

-- Files of the drop folder that could not be taken for a reason of their own. A row goes when its file does.
create table set_aside (
    name       text        primary key,
    attempts   int         not null,
    last_error text        not null,
    since      timestamptz not null default now(),
    tried_at   timestamptz not null
);
