#!/bin/sh
# Restores a backup, or proves that it could be.
set -eu

usage() {
  cat <<'END'
Restores a backup into a fresh database, compares the rows of every table with those in the dump, brings its schema
up to date, takes over who asked since not to be listed, and swaps it for the one that serves. The database before
is kept under another name.

Usage: ops/restore.sh [--staging] [--check] FILE|--latest

  FILE        a dump that ops/backup.sh wrote
  --latest    the newest one in BACKUP_FOLDER
  --check     a drill: restore and compare, then drop the fresh database; nothing else changes
  --staging   the installation of .env.staging instead of .env

During the swap, about a second, the API answers from memory or with 503. Exit codes: 0 done, 1 failed and nothing
changed, 2 wrong use.
END
}

installation=prod file='' check=no latest=no
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --staging) installation=staging ;;
    --check) check=yes ;;
    --latest) latest=yes ;;
    -*) usage >&2; exit 2 ;;
    *) [ -z "$file" ] || { usage >&2; exit 2; }; file=$1 ;;
  esac
  shift
done
# shellcheck source=ops/installation.sh
. "$(dirname "$0")/installation.sh"
# A path is meant from where the script was called.
case $file in '' | /*) ;; *) file=$PWD/$file ;; esac
choose_installation "$installation"
if [ $latest = yes ]; then
  # The names hold the time: the last one is the newest.
  file=$(find "$backups" -maxdepth 1 -name "mypacer-$installation-*.dump" | sort | tail -n 1)
fi
[ -n "$file" ] || misuse 'a FILE is missing'
[ -f "$file" ] || fail "$file does not exist"
need docker sha256sum awk
lock 0

if [ -f "$file.sha256" ]; then
  (cd "$(dirname "$file")" && sha256sum --check --quiet "${file##*/}.sha256") ||
    fail "$file is not what was backed up"
fi
stamp=$(date -u +%Y%m%d%H%M%S)
fresh=${database}_restored_$stamp
work=$(mktemp -d)
drop_fresh() { in_database dropdb --if-exists --force --username "$database_user" "$fresh" >&2 || :; }
trap 'rm -rf "$work"' EXIT
give_up() {
  drop_fresh
  remember "restore ${file##*/} failed: $*"
  fail "$*"
}

say "restoring ${file##*/} into $fresh"
in_database createdb --username "$database_user" --template template0 "$fresh" ||
  fail 'a fresh database cannot be made'
in_database pg_restore --exit-on-error --no-owner --username "$database_user" --dbname "$fresh" \
  <"$file" >&2 || give_up 'pg_restore failed'

# Rows in the dump itself: what stands between a COPY and its end.
in_database pg_restore --data-only --file=- <"$file" | awk '
  /^COPY / { table = $2; rows = 0; inside = 1; next }
  inside && /^\\\.$/ { print table, rows; inside = 0; next }
  inside { rows++ }
' | sort >"$work/dumped"
[ -s "$work/dumped" ] || give_up 'the dump holds no table'
sed "s/^\(\S*\) .*/select '\1', count(*) from \1/" "$work/dumped" | sed '$!s/$/ union all/' >"$work/count.sql"
query "$fresh" --field-separator ' ' <"$work/count.sql" | sort >"$work/restored"
cmp -s "$work/dumped" "$work/restored" || {
  diff "$work/dumped" "$work/restored" >&2 || :
  give_up 'the restored rows are not those of the dump'
}
say "rows are those of the dump:"
cat "$work/restored" >&2

if [ $check = yes ]; then
  drop_fresh
  remember "restore --check ${file##*/} passed"
  say "${file##*/} can be restored"
  exit 0
fi

# Who was removed after the backup was made stays removed.
query "$database" --command 'copy opposition to stdout' >"$work/opposition" 2>/dev/null || : >"$work/opposition"
{
  echo 'create temporary table kept (like opposition);'
  echo 'copy kept from stdin;'
  cat "$work/opposition"
  echo '\.'
  echo 'insert into opposition select * from kept on conflict do nothing;'
} | query "$fresh" || give_up 'the list of people who asked not to be listed cannot be taken over'
compose run --rm --no-deps -T -e "POSTGRES_DB=$fresh" migrate >&2 || give_up 'the migration failed'

say "swapping $fresh for $database"
compose stop scraper >&2
before=${database}_before_$stamp
# One session does it all: nobody connects in between, and renaming fails whole or not at all.
query postgres >&2 <<END || { compose start scraper >&2; give_up 'the swap failed'; }
alter database "$database" allow_connections false;
select pg_terminate_backend(pid) from pg_stat_activity where datname in ('$database', '$fresh');
begin;
alter database "$database" rename to "$before";
alter database "$fresh" rename to "$database";
commit;
alter database "$before" allow_connections true;
END
compose start scraper >&2 || say 'the scraper does not start: look at its log'
# The API makes its search index anew.
query "$database" --command 'notify directory_changed' >&2
remember "restore ${file##*/} is live; before: $before"
say "${file##*/} is live. The database before is $before; once it is not needed any more:"
say "  ops/compose.sh exec db dropdb --username $database_user $before"
