-- The last reading of an athlete's results of one calendar year, kept like records. Objecting deletes the athlete, and
-- with the athlete these.
create table results_page (
  athlete_id bigint not null references athlete on delete cascade,
  year smallint not null,
  fetched_at timestamptz not null,
  expires_at timestamptz not null,
  -- As in record_page: 200, 404, 410.
  status smallint not null,
  results jsonb not null,
  primary key (athlete_id, year)
);
