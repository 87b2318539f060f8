#!/bin/sh
# Restores a backup, or proves that it could be.
set -eu

usage() {
  cat <<'END'
Restores a backup into a fresh database, compares the rows of every table with those in the dump, brings its schema
up to date, takes over the objections and open requests of the database that serves, removes the rows of people who
objected, and swaps it for the one that serves. The database before is kept under another name.

Usage: ops/restore.sh [--staging] [--check] [--database-lost] FILE|--latest
       ops/restore.sh [--staging] --reopen

  FILE             a dump that ops/backup.sh wrote
  --latest         the newest one in BACKUP_FOLDER
  --check          a drill: all of it but the swap, then drop the fresh database; nothing else changes
  --database-lost  go on when the objections of the database that serves cannot be read, because it is gone or
                   broken: those of the backup hold then, and who objected since must be added again by hand
  --reopen         let connections in again, after a restore was killed while it swapped
  --staging        the installation of .env.staging instead of .env

During the swap, about a second, the API answers from memory or with 503. Exit codes: 0 done, 1 failed and nothing
changed, 2 wrong use.
END
}

installation=prod file='' check=no latest=no lost=no reopen=no
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --staging) installation=staging ;;
    --check) check=yes ;;
    --latest) latest=yes ;;
    --database-lost) lost=yes ;;
    --reopen) reopen=yes ;;
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
if [ $reopen = no ]; then
  [ -n "$file" ] || misuse 'a FILE is missing'
  [ -f "$file" ] || fail "$file does not exist"
fi
need docker sha256sum awk
lock 0

ask() { query postgres --command "$1"; }
exists() { [ "$(ask "select count(*) from pg_database where datname = '$1'")" = 1 ]; }
# A restore that was ended while it swapped leaves the database that serves closed.
reopen() {
  [ "$(ask "select count(*) from pg_database where datname = '$database' and not datallowconn")" = 0 ] ||
    ask "alter database \"$database\" allow_connections true" >&2
}
reopen
[ $reopen = no ] || exit 0

if [ -f "$file.sha256" ]; then
  (cd "$(dirname "$file")" && sha256sum --check --quiet "${file##*/}.sha256") ||
    fail "$file is not what was backed up"
fi
stamp=$(date -u +%Y%m%d%H%M%S)
fresh=${database}_restored_$stamp
before=${database}_before_$stamp
work=$(mktemp -d)
swapping=no
drop_fresh() { in_database dropdb --if-exists --force --username "$database_user" "$fresh" >&2 || :; }
clean_up() {
  rm -rf "$work"
  [ $swapping = no ] || reopen
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
give_up() {
  drop_fresh
  remember "restore ${file##*/} failed: $*"
  fail "$*"
}

# What must survive every restore: who objected, and who waits for an answer.
lists='opposition removal_request'
# Reads them from a database into files.
read_lists() {
  requests=$(query "$1" --command "select count(*) from migration where name like '%_removal_requests.sql'") || return 1
  for list in $lists; do
    : >"$work/$list"
    [ "$list" = opposition ] || [ "$requests" = 1 ] || continue
    query "$1" --command "copy $list to stdout" >"$work/$list" || return 1
  done
}
# Writes them into a database: in place of those there, or beside them.
write_lists() {
  for list in $lists; do
    {
      echo 'begin;'
      [ "$2" = beside ] || echo "delete from $list;"
      echo "create temporary table living (like $list) on commit drop;"
      echo 'copy living from stdin;'
      cat "$work/$list"
      echo '\.'
      echo "insert into $list select * from living on conflict do nothing;"
      echo 'commit;'
    } | query "$1" || return 1
  done
}
# Removes the rows of people who objected: the backup holds them.
purge() {
  compose run --rm --no-deps -T -e "POSTGRES_DB=$1" scraper shared/database/opposition_cli.ts purge >&2
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

compose run --rm --no-deps -T -e "POSTGRES_DB=$fresh" migrate >&2 || give_up 'the migration failed'
if read_lists "$database"; then
  write_lists "$fresh" instead || give_up 'objections and requests cannot be taken over'
  [ "$(query "$fresh" --command 'select count(*) from opposition')" = "$(wc -l <"$work/opposition")" ] ||
    give_up 'not every objection was taken over'
elif [ $lost = yes ]; then
  say 'the objections of the database that serves are lost: those of the backup hold'
else
  give_up "the objections in $database cannot be read: if it is lost for good, see --database-lost"
fi
purge "$fresh" || give_up 'the rows of people who objected cannot be removed'

if [ $check = yes ]; then
  drop_fresh
  remember "restore --check ${file##*/} passed"
  say "${file##*/} can be restored"
  exit 0
fi

say "swapping $fresh for $database"
compose stop scraper >&2
swapping=yes
# One session does it all: nobody connects in between, and renaming fails whole or not at all.
{
  if exists "$database"; then
    echo "alter database \"$database\" allow_connections false;"
    echo "select pg_terminate_backend(pid) from pg_stat_activity where datname in ('$database', '$fresh');"
    echo 'begin;'
    echo "alter database \"$database\" rename to \"$before\";"
    echo "alter database \"$fresh\" rename to \"$database\";"
    echo 'commit;'
    echo "alter database \"$before\" allow_connections true;"
  else
    echo "alter database \"$fresh\" rename to \"$database\";"
  fi
} | query postgres >&2 || {
  reopen
  compose start scraper >&2
  give_up 'the swap failed; the database that served is open again'
}
swapping=no
# Who objected or asked while this went on.
if exists "$before" && [ $lost = no ]; then
  { read_lists "$before" && write_lists "$database" beside && purge "$database"; } ||
    say "WHO OBJECTED IN THE LAST MINUTES IS NOT TAKEN OVER: compare opposition and removal_request of $before by hand"
fi
compose start scraper >&2 || say 'the scraper does not start: look at its log'
# The API makes its search index anew.
query "$database" --command 'notify directory_changed' >&2
remember "restore ${file##*/} is live; before: $before"
say "${file##*/} is live."
if exists "$before"; then
  say "The database before is $before; once it is not needed any more:"
  say "  ops/compose.sh exec db dropdb --username $database_user $before"
fi
