-- Whose birth years a run looks for in the results of clubs, once the rosters are read: a run that was broken
-- off is gone on with by one that looks for the same.

alter table crawl_run add column birth_years text not null default 'none'
  check (birth_years in ('none', 'some', 'all'));
