-- The charset that a file's bytes were found to be in, for text read back from them.
alter table issue_file add column charset text;
update issue_file set charset = 'UTF-8' where raw is not null;
