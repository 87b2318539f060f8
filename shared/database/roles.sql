-- The roles of an installation, and the ownership of what is stored: run as the superuser, in the database; again it
-- changes nothing. What each role may do stands in grants.ts, which every migration ends with.
--
--   mypacer_owner    owns database and schema: migrations alone
--   mypacer_api      the API
--   mypacer_scraper  the scraper, and the programs of its image
--   mypacer_backup   reads everything, for dumps
--   mypacer_monitor  reads the server's figures, no row
--
-- Passwords come as settings of the session, mypacer.owner_password and so on; a role without one keeps what it has.
do $$
declare
  part text;
  secret text;
  object record;
begin
  -- Who wants to read a table waits behind this.
  perform set_config('lock_timeout', '2500ms', true);
  foreach part in array array['owner', 'api', 'scraper', 'backup', 'monitor'] loop
    if not exists (select from pg_roles where rolname = 'mypacer_' || part) then
      execute format('create role %I', 'mypacer_' || part);
    end if;
    execute format(
      'alter role %I login inherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls',
      'mypacer_' || part
    );
    secret := current_setting(format('mypacer.%s_password', part), true);
    if secret <> '' then execute format('alter role %I password %L', 'mypacer_' || part, secret); end if;
  end loop;
  grant pg_read_all_data to mypacer_backup;
  grant pg_monitor to mypacer_monitor;

  execute format('alter database %I owner to mypacer_owner', current_database());
  for object in
    select relation.oid::regclass::text as name,
      case relation.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end as kind
    from pg_class relation
    where relation.relnamespace = 'public'::regnamespace and relation.relkind in ('r', 'p', 'v', 'm')
      and relation.relowner <> 'mypacer_owner'::regrole
      and not exists (select from pg_depend where objid = relation.oid and deptype = 'e')
  loop
    execute format('alter %s %s owner to mypacer_owner', object.kind, object.name);
  end loop;
  for object in
    select routine.oid::regprocedure::text as name
    from pg_proc routine
    where routine.pronamespace = 'public'::regnamespace and routine.proowner <> 'mypacer_owner'::regrole
      and not exists (select from pg_depend where objid = routine.oid and deptype = 'e')
  loop
    execute format('alter routine %s owner to mypacer_owner', object.name);
  end loop;
end
$$;
