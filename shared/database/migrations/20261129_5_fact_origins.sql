-- Where the facts of athletes and clubs are from, field by field: with the season and the source of what is stored,
-- the order in which facts arrive does not change what the directory says (docs/adr/0017-one-directory.md). An origin
-- is a number made by shared/directory/facts.ts. Rows without one count as told by a list of their last season, so
-- nothing has to be filled in here, and the release before reads and writes what it did.

alter table athlete
  add column name_origin bigint,
  add column sex_origin bigint,
  add column nationality_origin bigint,
  add column license_number_origin bigint,
  add column category_origin bigint,
  add column club_id_origin bigint,
  -- A birth year as a page or a file tells it.
  add column told_birth_year smallint,
  add column told_birth_year_origin bigint,
  -- As results tell it; 0 where they contradict each other.
  add column results_birth_year smallint,
  -- What all categories allow; the first after the last where they contradict each other.
  add column category_year_min smallint,
  add column category_year_max smallint;

alter table club
  add column name_origin bigint,
  add column league_origin bigint,
  add column department_origin bigint;
