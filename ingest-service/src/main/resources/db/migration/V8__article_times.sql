-- When an article's present revision was stored, and when searches were first seen to find it.
alter table article
    add column stored_at  timestamptz,
    add column indexed_at timestamptz;
