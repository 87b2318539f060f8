-- What is known of the federation's lists, so that a page that says the same as before is passed over: by its
-- version where the site tells one, else by its text, else by what is stored of it. It was kept with the tasks of
-- a run, which said less and had to be looked for among those of all runs.

create table crawl_known_page (
  kind text not null check (kind in ('clubs', 'roster')),
  season smallint not null,
  -- The club's number; empty for the list of all clubs.
  key text not null,
  page smallint not null,
  -- As the site told them.
  etag text,
  last_modified text,
  -- Of its text; null = to be read and understood each time.
  body_hash text,
  -- Of what is stored of it: the same again writes nothing.
  content_hash text not null,
  -- Pages of its list, and entries of the whole list where it tells.
  pages smallint not null,
  total integer,
  -- Entries of this page.
  entries integer not null,
  -- Of a page of the list of clubs.
  club_numbers text[],
  primary key (kind, season, key, page)
);

alter table crawl_task drop column content_hash;

-- Who is left out of a page changes with the list of objections: then no page is passed over.
create function forget_known_pages() returns trigger
language plpgsql as $$
begin
  delete from crawl_known_page;
  return null;
end
$$;
create trigger opposition_forgets_pages after insert or update or delete on opposition
for each statement execute function forget_known_pages();
