#!/bin/sh
# Run by Patroni on the first machine, once the cluster is made: the database, and the roles of the programs with
# their passwords, none of them a superuser. Both files beside it can be removed afterwards.
#   $1  how the superuser connects
set -eu
here=$(dirname "$0")
for file in roles.sql role_passwords; do
  [ -f "$here/$file" ] || { echo "post_bootstrap: $here/$file is missing" >&2; exit 1; }
done
run() { "@PG_BIN@/psql" --no-psqlrc --quiet --set ON_ERROR_STOP=1 "$@"; }
run --command 'create database "@DATABASE@"' "$1"
{
  printf '%s\n' '\connect "@DATABASE@"'
  # "owner 0123…" becomes a setting of the session, which roles.sql reads.
  sed -n "s/^\([a-z]*\) \([A-Za-z0-9]*\)$/set mypacer.\1_password = '\2';/p" "$here/role_passwords"
  cat "$here/roles.sql"
} | run --file - "$1"
