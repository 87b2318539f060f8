-- Whether the federation's pages could be had and understood, each time it was looked at: before every crawl, and
-- when an operator asked. It says nothing of anybody: kinds of pages and what each came to.
create table federation_check (
  id bigint generated always as identity primary key,
  form text not null check (form in ('full', 'short')),
  checked_at timestamptz not null default now(),
  -- The gravest of its pages': all is well; something is new; a page is not understood; it could not be had; it may
  -- not be read. After the first two a crawl may begin.
  outcome text not null check (outcome in ('well', 'new', 'changed', 'down', 'refused')),
  -- What each page came to, by its name.
  pages jsonb not null default '{}'
);
create index federation_check_checked_at on federation_check (checked_at desc);
