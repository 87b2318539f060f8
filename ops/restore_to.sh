#!/bin/sh
# Restores the database as it was at a time.
set -eu

usage() {
  cat <<'END'
Restores the database as it was at a time within the last 14 days, from the base backups and the archived WAL: into a
second server beside the one that serves, from there into a dump, and that by ops/restore.sh, which keeps the
objections and open requests of the database that serves. Visitors are served all the while.

Usage: ops/restore_to.sh [--check] [--database-lost] [--keep] TIME|latest

  TIME             the last moment to keep, in UTC: '2026-11-29 06:12:30', '10 minutes ago'
  latest           all that is in the archive
  --check          a drill: all of it but the swap
  --database-lost  the database that serves is gone or broken: see ops/restore.sh
  --keep           leave the dump in BACKUP_FOLDER; it is removed otherwise once it is restored

Exit codes: 0 done, 1 failed and nothing changed, 2 wrong use.
END
}

time='' check='' lost='' keep=no
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --check) check=--check ;;
    --database-lost) lost=--database-lost ;;
    --keep) keep=yes ;;
    -*) usage >&2; exit 2 ;;
    *) [ -z "$time" ] || { usage >&2; exit 2; }; time=$1 ;;
  esac
  shift
done
# shellcheck source=ops/installation.sh
. "$(dirname "$0")/installation.sh"
[ -n "$time" ] || misuse 'a TIME is missing'
if [ "$time" = latest ]; then
  target=latest
else
  target=$(date -u --date "$time" '+%Y-%m-%d %H:%M:%S.%6N+00') || misuse "$time is no time"
  [ "$(date -u --date "$target" +%s)" -le "$(date +%s)" ] || misuse "$target has not come yet"
fi
choose_installation prod
need docker sha256sum flock
[ "$point_in_time" != off ] || fail "$env_file does not say POINT_IN_TIME=local or offsite: there is no archive"
umask 077
mkdir -p "$backups"
# There is one folder beside. What a killed script left running holds this on.
exec 7>>"$releases/beside.lock"
flock -n 7 || fail 'another ops/restore_to.sh is at work; nothing was changed'

# Recovery goes as far as the first transaction after the time: there may have been none since.
if [ -z "$lost" ]; then
  query postgres --command "select pg_logical_emit_message(true, 'mypacer', 'restore to a time')" >/dev/null ||
    fail 'the database that serves does not answer: if it is lost for good, see --database-lost'
  in_database pgbackrest check >&2 || fail 'the WAL of this minute cannot be archived: ops/archive.sh check says why'
fi

began=$(date +%s)
file=$backups/restored-to-$(echo "$target" | tr -d ': +-').dump
trap 'rm -f "$file.part"' EXIT
trap 'exit 1' TERM HUP INT
say "restoring the database of $target beside the one that serves"
compose --profile beside run --rm --no-deps -T beside "$target" >"$file.part" || {
  remember "restore to $target failed: it cannot be recovered from the archive"
  fail "the database of $target cannot be recovered from the archive; nothing was changed"
}
mv "$file.part" "$file"
(cd "$backups" && sha256sum "${file##*/}" >"${file##*/}.sha256")
# Two optional words: splitting them is what is meant.
# shellcheck disable=SC2086
ops/restore.sh $check $lost "$file" 7>&- ||
  fail "the database of $target was recovered into $file, but that is not restored; remove it when it is done with"
[ $keep = yes ] || rm -f "$file" "$file.sha256"
say "done after $(($(date +%s) - began)) s"
