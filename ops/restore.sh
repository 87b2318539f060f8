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
  --reopen         only end a restore that was killed, and let connections in again
  --staging        the installation of .env.staging instead of .env

During the swap, about a second, the API answers from memory or with 503. Ended by a signal it goes back, or finishes
where the restored database serves already; killed, the next ops/restore.sh, ops/deploy.sh or ops/status.sh does so
first. What its commands said is in releases/last.log. Exit codes: 0 done, 1 failed and nothing changed, 2 wrong use.
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
need_database_here
# shellcheck source=ops/restore_state.sh
. ops/restore_state.sh
lock 0
: >"$log"
settle_restore
open_database "$database" || fail 'the database does not answer'
[ $reopen = no ] || exit 0

if [ -f "$file.sha256" ]; then
  (cd "$(dirname "$file")" && sha256sum --check --quiet "${file##*/}.sha256") ||
    fail "$file is not what was backed up"
fi
stamp=$(date -u +%Y%m%d%H%M%S)
fresh=${database}_restored_$stamp
before=${database}_before_$stamp
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Ends what is under way. What is begun here is not ended by another signal; a KILL leaves it to the next command.
interrupted() {
  trap '' HUP INT
  trap : TERM
  end_children
  [ -f "$releases/restore" ] || fail "ended by $1 before anything was changed"
  say "ended by $1 ($(recorded restore STEP))"
  conclude_restore || fail 'the database does not let this be ended: ops/restore.sh --reopen later'
  fail "$concluded"
}
trap 'interrupted TERM' TERM
trap 'interrupted HUP' HUP
trap 'interrupted INT' INT
trap '' PIPE
give_up() {
  tail -n 25 "$log" >&2 || :
  take_back || say "$fresh is still there: ops/restore.sh --reopen later"
  remember "restore ${file##*/} failed: $*"
  fail "$*"
}

say "restoring ${file##*/} into $fresh"
write_restore filling
run in_database createdb --username "$database_user" --template template0 "$fresh" ||
  give_up 'a fresh database cannot be made'
fill() { in_database pg_restore --exit-on-error --no-owner --no-privileges --username "$database_user" --dbname "$fresh"; }
run_with "$file" fill || give_up 'pg_restore failed'
hand_over "$fresh" || give_up 'the database cannot be handed to its owner'

# Rows in the dump itself: what stands between a COPY and its end.
count_dumped() {
  in_database pg_restore --data-only --file=- | awk '
    /^COPY / { table = $2; rows = 0; inside = 1; next }
    inside && /^\\\.$/ { print table, rows; inside = 0; next }
    inside { rows++ }
  ' | sort >"$work/dumped"
}
count_restored() { query "$fresh" --field-separator ' ' | sort >"$work/restored"; }
run_with "$file" count_dumped
[ -s "$work/dumped" ] || give_up 'the dump holds no table'
sed "s/^\(\S*\) .*/select '\1', count(*) from \1/" "$work/dumped" | sed '$!s/$/ union all/' >"$work/count.sql"
run_with "$work/count.sql" count_restored
cmp -s "$work/dumped" "$work/restored" || {
  diff "$work/dumped" "$work/restored" >&2 || :
  give_up 'the restored rows are not those of the dump'
}
say "rows are those of the dump:
$(cat "$work/restored")"

run compose run --rm --no-deps -T -e "POSTGRES_DB=$fresh" migrate || give_up 'the migration failed'
if run read_lists "$database"; then
  # A database that is lost may have been made anew, with lists that are empty: those of the backup hold as well.
  place=instead
  [ "$lost" = no ] || place=beside
  run write_lists "$fresh" $place || give_up 'objections and requests cannot be taken over'
  [ "$(query "$fresh" --command 'select count(*) from opposition')" -ge "$(wc -l <"$work/opposition")" ] ||
    give_up 'not every objection was taken over'
elif [ "$lost" = yes ]; then
  say 'the objections of the database that serves are lost: those of the backup hold'
else
  give_up "the objections in $database cannot be read: if it is lost for good, see --database-lost"
fi
run purge "$fresh" || give_up 'the rows of people who objected cannot be removed'
say "$(tail -n 1 "$log")"

if [ $check = yes ]; then
  take_back || fail "$fresh is still there: ops/restore.sh --reopen later"
  remember "restore --check ${file##*/} passed"
  say "${file##*/} can be restored"
  exit 0
fi

say "swapping $fresh for $database"
reach_restore swapping
scraper stop || give_up 'the scraper does not stop'
# One session does it all: nobody connects in between, and renaming fails whole or not at all.
{
  echo "set application_name = '$swap_name';"
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
} >"$work/swap.sql"
run_with "$work/swap.sql" query postgres || give_up 'the swap failed; the database that served is open again'
follow || fail "${file##*/} is live, but WHO OBJECTED IN THE LAST MINUTES IS NOT TAKEN OVER YET: ops/status.sh tries again"
say "${file##*/} is live."
if exists "$before"; then
  say "The database before is $before; once it is not needed any more:"
  say "  ops/compose.sh exec db dropdb --username $database_user $before"
fi
