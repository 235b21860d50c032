-- When searches first found all articles of a file. From being received until then is the freshness of
-- the archive, which is measured once for each file: an index that is built anew makes nothing fresher.
alter table issue_file add column first_indexed_at timestamptz;
update issue_file set first_indexed_at = coalesce(indexed_at, received_at) where state in ('stored', 'superseded');
create index issue_file_first_indexed on issue_file (id)
    where indexed_at is not null and first_indexed_at is null;
