-- The directory: who is licensed, in which club, in which seasons. Search, records and the site read it;
-- the scraper alone writes it, but for what a reading of an athlete's page adds (birth year, nationality, club).

create extension if not exists pg_trgm;

-- Generated from NAME_RULE of shared/domain/name.ts by shared/database/normalize_name_sql.ts.
create function normalize_name(text) returns text
language sql immutable strict parallel safe
return btrim(regexp_replace(lower((replace(replace(replace(replace(replace(replace(replace(replace(translate(regexp_replace(translate(normalize(regexp_replace(translate(regexp_replace($1, '\([A-Z]{3}\)[ \t\u00a0\u202f]*$', ''), '''’ʼ‘´`′', ''), '[\U00010000-\U0010ffff]', ' ', 'g'), nfkd), '''’ʼ‘´`′', ''), '[\U00000300-\U0000036f\U00001ab0-\U00001aff\U00001dc0-\U00001dff\U000020d0-\U000020ff\U0000fe20-\U0000fe2f]', '', 'g'), 'øØđĐłŁðÐıəƏħĦŧŦŋŊ', 'ooddllddieehhttnn'), 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), 'ß', 'ss'), 'ẞ', 'ss'), 'þ', 'th'), 'Þ', 'th')) collate "C"), '[^a-z0-9]+', ' ', 'g'));

create table club (
  id bigint generated always as identity primary key,
  ffa_number text not null unique check (ffa_number ~ '^[0-9]{6}$'),
  name text not null,
  normalized_name text not null generated always as (normalize_name(name)) stored,
  league text,
  department text,
  first_season smallint not null,
  last_season smallint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (first_season <= last_season)
);
create index club_normalized_name_trgm on club using gin (normalized_name gin_trgm_ops);

create table athlete (
  id bigint generated always as identity primary key,
  ffa_id text not null unique check (ffa_id ~ '^[0-9]{1,12}$'),
  name text not null,
  normalized_name text not null generated always as (normalize_name(name)) stored,
  birth_year smallint,
  -- What the age categories allow while the year itself is unknown.
  birth_year_min smallint,
  birth_year_max smallint,
  sex text check (sex in ('M', 'F')),
  nationality char(3),
  -- Not unique: the same license on two ids is a fact to report, never a reason to stop a crawl.
  license_number text,
  category text,
  club_id bigint references club,
  first_season smallint not null,
  last_season smallint not null,
  profile_read_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (first_season <= last_season)
);
create index athlete_normalized_name_trgm on athlete using gin (normalized_name gin_trgm_ops);
create index athlete_club on athlete (club_id);

create table membership (
  athlete_id bigint not null references athlete on delete cascade,
  club_id bigint not null references club,
  season smallint not null,
  primary key (athlete_id, club_id, season)
);
create index membership_club_season on membership (club_id, season);

-- The last reading of an athlete's records page, kept for RECORDS_MAX_AGE and shown as stale when the
-- federation cannot be read.
create table record_page (
  athlete_id bigint primary key references athlete on delete cascade,
  fetched_at timestamptz not null,
  expires_at timestamptz not null,
  status smallint not null,
  records jsonb not null,
  header jsonb not null
);

create table crawl_run (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('full', 'season', 'club')),
  seasons smallint[] not null,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  state text not null default 'running' check (state in ('running', 'finished', 'failed')),
  counters jsonb not null default '{}'
);

-- People who asked not to be listed, by a keyed hash of their federation id: no name is kept.
create table opposition (
  ffa_id_hash text primary key,
  -- Tells a wrong key from a person who is not in the list.
  key_check text not null,
  created_at timestamptz not null default now(),
  channel text not null
);
