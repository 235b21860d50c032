-- Whether the same bytes came before is asked for every dropped file.
create index issue_file_bytes on issue_file (sha256);
