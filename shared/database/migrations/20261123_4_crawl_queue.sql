-- The crawl as a queue: any number of scrapers share one run, and a scraper that is killed costs the pages it
-- had in hand and nothing else. A page is done in the transaction that stores what it holds.

-- The only club of a run of kind `club`: tells whether a run asked for is the one that was broken off.
alter table crawl_run add column club_number text;
-- Why a run ended before all was read.
alter table crawl_run add column stopped text;

create table crawl_task (
  run_id bigint not null references crawl_run on delete cascade,
  kind text not null check (kind in ('clubs', 'results', 'roster')),
  season smallint not null,
  -- The club's number; empty for the list of all clubs.
  key text not null default '',
  page smallint not null check (page > 0),
  state text not null default 'pending' check (state in ('pending', 'done', 'failed')),
  attempts smallint not null default 0,
  not_before timestamptz not null default '-infinity',
  -- Who has it in hand, and until when it is believed. A worker holds an advisory lock of its number.
  worker integer,
  leased_until timestamptz,
  -- Entries of the whole list as its first page announced them: another number means that it changed meanwhile.
  total integer,
  -- Of what a page said when it was stored last: the same again writes nothing.
  content_hash text,
  error text,
  primary key (run_id, kind, season, key, page)
);
-- What is to be done next: the newest season first, its clubs before their members.
create index crawl_task_pending on crawl_task (run_id, season, not_before, kind, page, key) where state = 'pending';
-- What a page said in the run before.
create index crawl_task_hash on crawl_task (kind, season, key, page, run_id) where content_hash is not null;

-- The next free moment for a request, one for all scrapers.
create table crawl_pace (
  site text primary key,
  next_at timestamptz not null
);

-- Each further season rewrites a part of the rows: room beside them keeps their indexes out of it.
alter table athlete set (fillfactor = 80);
