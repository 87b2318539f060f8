#!/bin/sh
# Restores the database as it was at a time into a server beside the one that serves, writes a dump of it to standard
# output, and leaves nothing behind. Runs in the container `beside`; ops/restore_to.sh starts it.
#   beside.sh 'YYYY-MM-DD HH:MM:SS.ffffff+00'|latest
set -eu
target=$1
folder=${BESIDE_FOLDER:-/var/lib/postgresql/beside}
say() { echo "beside: $*" >&2; }

server=''
clean_up() {
  [ -z "$server" ] || { kill -QUIT "$server" 2>/dev/null && wait "$server"; } || :
  rm -rf "$folder/data" "$folder/spool" "$folder/log"
}
trap clean_up EXIT
trap 'exit 1' TERM HUP INT
clean_up
mkdir -m 700 "$folder/data" "$folder/spool"

began=$(date +%s)
if [ "$target" = latest ]; then
  set -- --type=default
else
  set -- --type=time "--target=$target" --target-action=promote
fi
pgbackrest restore --pg1-path="$folder/data" --archive-mode=off "$@" >&2 || {
  say 'no base backup that ended before that time can be restored'
  exit 1
}
say "base backup restored after $(($(date +%s) - began)) s"

# Only by its socket, and with less memory than the one that serves.
postgres -D "$folder/data" -c config_file="${CONFIG_FILE:-/etc/postgresql/postgresql.conf}" -c archive_mode=off \
  -c listen_addresses= -c shared_buffers=128MB -c fsync=off -c unix_socket_directories="${SOCKETS:-/var/run/postgresql}" \
  >"$folder/log" 2>&1 &
server=$!
ask() {
  psql --host "${SOCKETS:-/var/run/postgresql}" --no-psqlrc --quiet --tuples-only --no-align \
    --username "$POSTGRES_USER" --dbname postgres --command "$1"
}
until [ "$(ask 'select pg_is_in_recovery()' 2>/dev/null)" = f ]; do
  kill -0 "$server" 2>/dev/null || {
    grep -E 'FATAL|PANIC|last completed transaction' "$folder/log" >&2 || :
    if grep -q 'recovery ended before configured recovery target' "$folder/log"; then
      say 'the archive ends before that time, or lacks a WAL segment: the last transaction it reaches stands above'
    fi
    exit 1
  }
  sleep 0.2
done
say "recovered to $(ask 'select pg_last_xact_replay_timestamp()') after $(($(date +%s) - began)) s"
pg_dump --host "${SOCKETS:-/var/run/postgresql}" --format=custom --compress=6 --no-owner \
  --username "$POSTGRES_USER" "$POSTGRES_DB"
say "dumped after $(($(date +%s) - began)) s"
