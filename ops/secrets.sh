#!/bin/sh
# Keeps the secrets of an installation in files, and gives each program a role of its own in the database.
set -eu

usage() {
  cat <<'END_OF_USAGE'
Moves an installation's secrets from .env into files that only its programs read, makes those that are missing, and
gives API, scraper and migrations a role of their own in the database, with the rights they need. A database with
data keeps running and loses nothing; on an empty one the roles are made when it starts. Again, it changes nothing.

Usage: ops/secrets.sh [--staging]
       ops/secrets.sh [--staging] --renew ROLE
       ops/secrets.sh [--staging] --plain

  --staging      the installation of .env.staging instead of .env
  --renew ROLE   a new password for owner, api, scraper, backup, monitor or administrator
  --plain        back to one user with its password in .env, before a release is brought live that knows no files
                 (older than this script); called without it afterwards, the roles are taken up again

SECRETS_FOLDER in .env says where the files are (./secrets); without it there are none, and POSTGRES_PASSWORD and
OPPOSITION_KEY stand in .env. Programs that run take a change when they are started anew: the last lines say how.
Exit codes: 0 done, 1 failed and nothing that runs was changed, 2 wrong use.
END_OF_USAGE
}

installation=prod renew='' plain=no
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --staging) installation=staging ;;
    --renew)
      case ${2-} in
        owner | api | scraper | backup | monitor | administrator) renew=$2 ;;
        *) usage >&2; exit 2 ;;
      esac
      shift
      ;;
    --plain) plain=yes ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done
# It makes what others look for.
# shellcheck disable=SC2034
making_secrets=yes
# shellcheck source=ops/installation.sh
. "$(dirname "$0")/installation.sh"
choose_installation "$installation"
need docker openssl
lock 0
umask 077

# Changes lines of the .env file: NAME=VALUE … Whole or not at all.
write_settings() {
  cp -p "$env_file" "$env_file.new"
  for line in "$@"; do
    NAME=${line%%=*} LINE=$line awk '
      index($0, ENVIRON["NAME"] "=") != 1 { print; next }
      !found { print ENVIRON["LINE"]; found = 1 }
      END { if (!found) print ENVIRON["LINE"] }
    ' "$env_file.new" >"$env_file.part"
    cat "$env_file.part" >"$env_file.new"
  done
  rm -f "$env_file.part"
  sync "$env_file.new"
  mv "$env_file.new" "$env_file"
}
# Without the example's, which is no secret.
given() { case $(setting "$1") in change-me*) ;; *) setting "$1" ;; esac; }
# Writes the secret NAME, unless there is one: VALUE, or chance.
keep_secret() {
  if [ -s "$secrets/$1" ]; then
    [ -z "${2-}" ] || [ "$2" = "$(cat "$secrets/$1")" ] ||
      fail "$env_file and $secrets/$1 hold different secrets: leave the one that is right"
    return 0
  fi
  printf '%s\n' "${2:-$(openssl rand -hex 32)}" >"$secrets/$1.new"
  # The folder is closed to everybody else; whoever runs in a container is not its owner.
  chmod 644 "$secrets/$1.new"
  mv "$secrets/$1.new" "$secrets/$1"
  say "made       $secrets/$1"
}
# Writes a secret that may be missing: one of a service that not everybody runs.
keep_given() {
  if [ -n "$2" ] || [ ! -f "$secrets/$1" ]; then
    : >>"$secrets/$1"
    [ -z "$2" ] || keep_secret "$1" "$2"
    chmod 644 "$secrets/$1"
  fi
}
# A new key on top of a list would recognize nobody on it.
check_key() {
  [ ! -s "$secrets/opposition_key" ] && [ -z "$(given OPPOSITION_KEY)" ] || return 0
  [ "$(query "$database" --command 'select count(*) from opposition' 2>>"$log" || echo 0)" = 0 ] ||
    fail "people objected under a key that is not here: put your copy of it into $secrets/opposition_key"
}
# In the database that runs; `db` that does not run makes them when it starts empty, and is asked for otherwise.
make_roles() {
  sh ops/secrets/make_roles.sh "$secrets" shared/database/roles.sql >"$secrets/roles.new"
  if [ "$1" = administrator ]; then
    printf 'alter role "%s" password '\''%s'\'';\n' "$database_user" "$(cat "$secrets/database_administrator")" \
      >>"$secrets/roles.new"
  fi
  # A table that somebody reads at length is asked for again.
  made=no
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    run_with "$secrets/roles.new" query "$database" && made=yes && break
    sleep 2
  done
  rm -f "$secrets/roles.new"
  [ "$made" = yes ] || { tail -n 5 "$log" >&2; fail 'the roles cannot be made in the database'; }
}
start_anew() {
  say 'Programs that run take this when they are started anew, with a pause of a second or two:'
  say "  ops/compose.sh $1up --detach --no-deps --force-recreate SERVICES, those that ops/status.sh $1says are live"
}
option=''
[ "$installation" = prod ] || option='--staging '

: >"$log"
secrets=$(setting SECRETS_FOLDER "./secrets$folder")
if [ $plain = yes ]; then
  [ -n "$(written SECRETS_FOLDER)" ] || { say "$env_file holds the secrets already: nothing to do"; exit 0; }
  write_settings "POSTGRES_PASSWORD=$(cat "$secrets/database_administrator")" \
    "OPPOSITION_KEY=$(cat "$secrets/opposition_key")" SECRETS_FOLDER=
  for pair in GRAFANA_PASSWORD:grafana_password SMTP_PASSWORD:smtp_password; do
    [ ! -s "$secrets/${pair#*:}" ] || write_settings "${pair%%:*}=$(cat "$secrets/${pair#*:}")"
  done
  remember 'secrets stand in .env'
  say "$env_file holds the secrets again; $secrets is left as it is"
  start_anew "$option"
  exit 0
fi

mkdir -p "$secrets"
chmod 700 "$secrets"
# What one that was killed left behind; what it began is done below.
rm -f "$secrets"/*.before "$secrets"/*.new "$env_file.part" "$env_file.new"
if [ -n "$renew" ]; then
  [ -s "$secrets/database_$renew" ] || fail "$secrets/database_$renew is missing: ops/secrets.sh without --renew"
  mv "$secrets/database_$renew" "$secrets/database_$renew.before"
fi
# What is empty in .env stands in a file.
check_key
keep_secret opposition_key "$(given OPPOSITION_KEY)"
keep_secret database_administrator "$(given POSTGRES_PASSWORD)"
for part in owner api scraper backup monitor; do keep_secret "database_$part"; done
if [ "$installation" = prod ]; then
  keep_given grafana_password "$(given GRAFANA_PASSWORD)"
  keep_given smtp_password "$(given SMTP_PASSWORD)"
fi

if run query postgres --command 'select 1'; then
  make_roles "$renew"
  [ -z "$renew" ] || rm -f "$secrets/database_$renew.before"
  if [ -z "$renew" ]; then
    # The rights follow from the owner's migrations; none is applied but those that are missing.
    case $overlays in *"$secrets_overlay"*) ;; *) overlays="$overlays $secrets_overlay" ;; esac
    POSTGRES_PASSWORD='' OPPOSITION_KEY='' SECRETS_FOLDER=$secrets
    export POSTGRES_PASSWORD OPPOSITION_KEY SECRETS_FOLDER
    run compose run --rm --no-deps -T migrate || { tail -n 5 "$log" >&2; fail 'the rights cannot be given: is the release that is live older than this script?'; }
  fi
elif [ -n "$renew" ]; then
  mv "$secrets/database_$renew.before" "$secrets/database_$renew"
  fail 'the database does not answer: its password stays as it was'
elif [ -f "$releases/live" ]; then
  fail 'the database does not answer: start it, then call this again'
fi
write_settings POSTGRES_PASSWORD= OPPOSITION_KEY= "SECRETS_FOLDER=$secrets"
for name in GRAFANA_PASSWORD SMTP_PASSWORD; do [ -z "$(written $name)" ] || write_settings "$name="; done
remember "secrets ${renew:-in files}"
say "secrets    $secrets, mode 700: keep a copy of opposition_key off the host, it cannot be made again"
start_anew "$option"
