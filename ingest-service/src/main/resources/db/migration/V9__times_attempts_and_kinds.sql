-- When a file was read last, which kind of rejection it met, and how often an article was tried in vain.

alter table issue_file
    add column parsed_at     timestamptz,
    -- The kind of a rejection, and what is particular to this one: its words in any language.
    add column reason_code   text,
    add column reason_values text[];
update issue_file set parsed_at = stored_at;
update issue_file set reason_code = 'other', reason_values = array[reason] where reason is not null;
alter table issue_file add check ((reason is null) = (reason_code is null));

-- Of the present revision: how often the topic did not take it, and how often the index refused it.
alter table article
    add column unsent  int not null default 0,
    add column refused int not null default 0;
