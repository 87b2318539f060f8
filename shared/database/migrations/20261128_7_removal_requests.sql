-- People ask on the site not to be listed, or to have a wrong entry looked at. A request waits here until the operator
-- has handled it (deno task opposition) and is deleted then: what stays of a removal is its line in `opposition`.

create table removal_request (
  reference text primary key,
  kind text not null check (kind in ('removal', 'correction')),
  ffa_id text check (ffa_id ~ '^[0-9]{1,12}$'),
  name text check (char_length(name) <= 80),
  club text check (char_length(club) <= 80),
  email text check (char_length(email) <= 120),
  message text check (char_length(message) <= 500),
  created_at timestamptz not null default now(),
  check (ffa_id is not null or name is not null)
);
