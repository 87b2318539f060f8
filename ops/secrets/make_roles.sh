#!/bin/sh
# Makes the roles of the database with the passwords that stand in files. The image of PostgreSQL runs this on an empty
# volume, from /docker-entrypoint-initdb.d; ops/secrets.sh has it print its statements, for a database with data:
#   make_roles.sh [FOLDER ROLES_SQL]
set -eu

statements() {
  for part in owner api scraper backup monitor; do
    password=$(cat "$1/database_$part")
    case $password in
      '' | *[!A-Za-z0-9_-]*) echo "database_$part: letters and digits are accepted" >&2; exit 1 ;;
    esac
    echo "set mypacer.${part}_password = '$password';"
  done
  cat "$2"
}

if [ $# = 2 ]; then
  statements "$@"
else
  statements /run/secrets /etc/mypacer/roles.sql |
    psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB"
fi
