#!/bin/sh
# Makes the files of one machine of the cluster from ops/ha/cluster.env.
set -eu

usage() {
  cat <<'END'
Makes the files of one machine of the cluster from ops/ha/cluster.env.

Usage: ops/ha/configure.sh NAME FOLDER

  NAME    NODE1_NAME, NODE2_NAME or NODE3_NAME of cluster.env
  FOLDER  takes etcd.yml, patroni.yml, haproxy.cfg, postgresql.conf, post_bootstrap.sh, roles.sql and role_passwords;
          from there they go where docs/HIGH_AVAILABILITY.md says. patroni.yml and role_passwords hold passwords:
          they are for their owner alone.

CLUSTER_ENV names another file than ops/ha/cluster.env.
END
}
case ${1-} in
  -h | --help) usage; exit 0 ;;
  -*) echo "configure.sh: unknown option $1; see --help" >&2; exit 2 ;;
esac
[ $# = 2 ] || { usage >&2; exit 2; }
name=$1
folder=$2
here=$(cd "$(dirname "$0")" && pwd)
settings=${CLUSTER_ENV:-$here/cluster.env}
fail() {
  echo "configure.sh: $*" >&2
  exit 1
}
[ -f "$settings" ] || fail "$settings is missing; copy cluster.env.example and fill it in"

# The file is read, not run.
value() { sed -n "s/^$1=//p" "$settings" | tail -n 1; }

address=''
for number in 1 2 3; do
  [ "$(value "NODE${number}_NAME")" != "$name" ] || address=$(value "NODE${number}_ADDRESS")
done
[ -n "$address" ] || fail "$settings names no machine $name"

script="s|@NAME@|$name|g
s|@ADDRESS@|$address|g"
for key in CLUSTER DATABASE NODE1_NAME NODE1_ADDRESS NODE2_NAME NODE2_ADDRESS NODE3_NAME NODE3_ADDRESS NETWORK \
  OWNER_PASSWORD API_PASSWORD SCRAPER_PASSWORD BACKUP_PASSWORD MONITOR_PASSWORD REPLICATION_PASSWORD \
  REWIND_PASSWORD PG_BIN PG_DATA PG_SOCKETS PG_ACCOUNT ETCD_DATA \
  CONFIG_FOLDER ETCD_STATE WATCHDOG; do
  found=$(value "$key")
  case $found in
    '') fail "$key in $settings is missing" ;;
    change-me*) fail "$key in $settings still says change-me" ;;
    *[!A-Za-z0-9_./:-]*) fail "$key in $settings holds more than letters, digits and _ . / : -" ;;
  esac
  script="$script
s|@$key@|$found|g"
done

umask 077
mkdir -p "$folder"
for file in etcd.yml patroni.yml haproxy.cfg post_bootstrap.sh; do
  sed "$script" "$here/$file" >"$folder/$file.new"
  ! grep -n '@[A-Z0-9_]*@' "$folder/$file.new" >&2 || fail "$file names what $settings does not have"
  mv "$folder/$file.new" "$folder/$file"
done
for role in owner api scraper backup monitor; do
  echo "$role $(value "$(echo "$role" | tr '[:lower:]' '[:upper:]')_PASSWORD")"
done >"$folder/role_passwords"
cp "$here/../postgresql/postgresql.conf" "$here/../../shared/database/roles.sql" "$folder/"
chmod 700 "$folder/post_bootstrap.sh"
chmod 644 "$folder/etcd.yml" "$folder/haproxy.cfg" "$folder/postgresql.conf" "$folder/roles.sql"
