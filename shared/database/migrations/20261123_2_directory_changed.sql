-- Every API holds an index of the directory in memory: it is told here when to build the next one. A crawl tells once,
-- at its end, rather than with each of its thousand batches; a person who asks not to be listed is left out at once.
-- Whoever changes the directory in another way (an import, by hand) tells by: select announce_directory('import').

create function announce_directory(reason text) returns void
language sql as $$ select pg_notify('directory_changed', reason) $$;

create function announce_crawl() returns trigger
language plpgsql as $$
begin
  perform announce_directory('crawl');
  return null;
end
$$;
create trigger crawl_run_ended after update of state on crawl_run
for each row when (old.state = 'running' and new.state <> 'running')
execute function announce_crawl();

create function announce_opposition() returns trigger
language plpgsql as $$
begin
  perform announce_directory('opposition');
  return null;
end
$$;
create trigger opposition_changed after insert or update or delete on opposition
for each statement execute function announce_opposition();
