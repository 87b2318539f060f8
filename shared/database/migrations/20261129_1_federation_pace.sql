-- One politeness for the whole installation: pace, seats, pauses and the allowance of visitors are one small state
-- that every process which asks the federation shares: scrapers, APIs of both colors, the check. Until now only
-- scrapers did, by crawl_pace, which the release before still reads: a later migration drops it.
create table federation_pace (
  -- Origin of the site.
  site text primary key,
  -- Counts the changes: who was overtaken between reading and writing decides anew.
  version bigint not null,
  -- See shared/federation/pace/rules.ts.
  state jsonb not null
);
-- A row that changes with every request: room beside it, so that its changes stay on its page.
alter table federation_pace set (fillfactor = 50);
