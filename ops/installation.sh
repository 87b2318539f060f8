# shellcheck shell=sh
# What is set here is used by the scripts that read this.
# shellcheck disable=SC2034
# What the scripts of this folder know of an installation. Each reads it with `.` and says first which one it is about:
#   choose_installation prod|staging

# A message that nobody can receive any more, after a lost connection, ends nothing.
say() { echo "$*" >&2 || :; }
fail() {
  say "${0##*/}: $*"
  exit 1
}
misuse() {
  say "${0##*/}: $*; see --help"
  exit 2
}
need() {
  for tool in "$@"; do
    command -v "$tool" >/dev/null || fail "$tool is missing; on Debian: apt-get install $tool"
  done
}

# The value of a setting: the environment's, else that of the .env file, else the default given.
# The file is read, not run: a value may hold spaces and signs that the shell would take for its own.
setting() {
  eval "found=\${$1-}"
  [ -n "$found" ] || found=$(written "$1")
  printf '%s' "${found:-${2-}}"
}
# What the .env file itself says.
written() {
  [ -f "$env_file" ] || return 0
  line=$(sed -n "s/^$1=//p" "$env_file" | tail -n 1)
  case $line in
    \"*\") line=${line#\"} line=${line%\"} ;;
    \'*\') line=${line#\'} line=${line%\'} ;;
  esac
  printf '%s' "$line"
}

# ENV_FILE names another file of variables than the one that belongs to the installation.
choose_installation() {
  installation=$1
  cd "$(dirname "$0")/.." || exit 1
  case $1 in
    prod)
      env_file=${ENV_FILE:-.env}
      compose_file=docker-compose.prod.yml
      folder=''
      ports='8000 8080 8010 8090'
      ;;
    staging)
      env_file=${ENV_FILE:-.env.staging}
      compose_file=docker-compose.staging.yml
      folder=/staging
      ports='8001 8081 8011 8091'
      ;;
  esac
  [ -f "$env_file" ] || fail "$env_file is missing; copy $env_file.example and fill it in"
  # Where it names a folder, secrets stand there (ops/secrets.sh), not in the file of variables.
  secrets=$(setting SECRETS_FOLDER)
  in_file='POSTGRES_PASSWORD OPPOSITION_KEY'
  [ -z "$secrets" ] || in_file=''
  for name in COMPOSE_PROJECT_NAME GHCR_OWNER SITE_URL FEDERATION_CONTACT $in_file; do
    # A first installation has none yet.
    [ -z "${making_secrets-}" ] || continue
    case $(setting "$name") in
      '') fail "$name is missing in $env_file" ;;
      change-me*) fail "$name in $env_file is still the example's" ;;
    esac
  done
  # Splitting the list is what is meant.
  # shellcheck disable=SC2086
  set -- $ports
  api_blue=$(setting API_PORT "$1") web_blue=$(setting WEB_PORT "$2")
  api_green=$(setting API_GREEN_PORT "$3") web_green=$(setting WEB_GREEN_PORT "$4")
  project=$(setting COMPOSE_PROJECT_NAME)
  owner=$(setting GHCR_OWNER)
  database=$(setting POSTGRES_DB mypacer)
  database_user=$(setting POSTGRES_USER mypacer)
  point_in_time=off overlays=''
  if [ "$installation" = prod ]; then
    point_in_time=$(setting POINT_IN_TIME off)
    case $point_in_time in
      off) ;;
      local) overlays='--file ops/point_in_time/docker-compose.yml' ;;
      offsite)
        overlays='--file ops/point_in_time/docker-compose.yml --file ops/point_in_time/offsite.yml'
        ;;
      *) fail "POINT_IN_TIME in $env_file is $point_in_time: off, local or offsite" ;;
    esac
  fi
  secrets_overlay='--file ops/secrets/docker-compose.yml'
  [ "$installation" = staging ] || secrets_overlay="$secrets_overlay --file ops/secrets/observability.yml"
  backup_user=$database_user
  if [ -n "$secrets" ]; then
    [ -s "$secrets/opposition_key" ] || [ -n "${making_secrets-}" ] ||
      fail "$secrets/opposition_key is missing: put your copy there, or run ops/secrets.sh for a new one"
    overlays="$overlays $secrets_overlay"
    backup_user=mypacer_backup
  fi
  # A database that is not on this host: `db` is only a client then, with the rights of who backs up.
  database_here=yes
  case $(setting POSTGRES_HOST db) in
    db) ;;
    *)
      database_here=no
      [ -n "$secrets" ] || fail "POSTGRES_HOST in $env_file needs files of secrets: docs/HIGH_AVAILABILITY.md"
      [ "$point_in_time" = off ] || fail "POINT_IN_TIME in $env_file is for a database on this host"
      [ "$installation" = prod ] || fail "POSTGRES_HOST in $env_file is for production"
      database_user=mypacer_backup
      overlays="$overlays --file ops/ha/docker-compose.yml"
      ;;
  esac
  releases=$(setting RELEASES_FOLDER "./releases$folder")
  backups=$(setting BACKUP_FOLDER "./backups$folder")
  metrics=$(setting METRICS_FOLDER ./metrics)
  log=$releases/last.log
  mkdir -p "$releases"
  use_images live
}

# Runs a command into the log, without the lock, so that a signal to this script is acted upon at once. Where
# nobody reads this script's messages any more (PIPE), its commands still end as they should.
run() { run_with /dev/null "$@"; }
# The same with a file for it to read.
run_with() {
  input=$1
  shift
  { exec 9>&-; trap - PIPE; "$@"; } >>"$log" 2>&1 <"$input" &
  child=$! code=0
  wait $child || code=$?
  # A signal that is only noted ends the waiting, not the command.
  while kill -0 $child 2>/dev/null; do code=0; wait $child || code=$?; done
  return $code
}

# The lock (9) is not handed on: what a command leaves running would hold it.
compose() {
  # The overlays are options and paths without spaces: splitting them is what is meant.
  # shellcheck disable=SC2086
  docker compose --project-name "$project" --env-file "$env_file" --file "$compose_file" $overlays \
    --profile green "$@" 9>&-
}
# Ends where the database is not on this host: what follows needs its superuser.
need_database_here() {
  [ "$database_here" = yes ] || fail "the database is not on this host: see docs/HIGH_AVAILABILITY.md"
}
# A program of PostgreSQL, in the database's container.
in_database() { compose exec -T db "$@"; }
# A statement of SQL; its answer without decoration.
query() {
  of=$1
  shift
  in_database psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 \
    --username "$database_user" --dbname "$of" "$@"
}

# A secret that this host's own scripts need: of the file, else of the variable.
secret_of() {
  if [ -n "$secrets" ] && [ -s "$secrets/$1" ]; then cat "$secrets/$1"; else setting "$2"; fi
}
# Hands a database that the superuser filled to the owner of schemas, where programs have roles of their own.
hand_over() { [ -z "$secrets" ] || run_with shared/database/roles.sql query "$1"; }

# What a release recorded of itself: FIELD of the file `live` or `previous`.
recorded() { [ ! -f "$releases/$1" ] || sed -n "s/^$2=//p" "$releases/$1"; }
# Makes Compose use the images of a recorded release.
use_images() {
  [ -f "$releases/$1" ] || return 0
  API_IMAGE_TAG=$(recorded "$1" API_IMAGE_TAG)
  SCRAPER_IMAGE_TAG=$(recorded "$1" SCRAPER_IMAGE_TAG)
  WEB_IMAGE_TAG=$(recorded "$1" WEB_IMAGE_TAG)
  export API_IMAGE_TAG SCRAPER_IMAGE_TAG WEB_IMAGE_TAG
}

services_of() { case $1 in blue) echo 'api web' ;; green) echo 'api-green web-green' ;; esac; }
api_port_of() { case $1 in blue) echo "$api_blue" ;; green) echo "$api_green" ;; esac; }
web_port_of() { case $1 in blue) echo "$web_blue" ;; green) echo "$web_green" ;; esac; }
other_of() { case $1 in blue) echo green ;; *) echo blue ;; esac; }
now() { date -u +%Y-%m-%dT%H:%M:%SZ; }

# Writes a record, its lines as arguments: whole or not at all, and on the disk before it counts.
write_record() {
  name=$1
  shift
  printf '%s\n' "$@" >"$releases/$name.new" || fail "$releases/$name cannot be written"
  put_record "$name"
}
# Puts a record that was written beside it into its place.
put_record() {
  sync "$releases/$1.new" || fail "$releases/$1 cannot be written"
  mv "$releases/$1.new" "$releases/$1" || fail "$releases/$1 cannot be written"
}

# A process and when it began, so that another one of the same number later is not taken for it.
identity_of() { echo "$1 $(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d ' ' -f 20)"; }

# Only one script changes an installation at a time. The lock (9) goes with the process and is not handed on; who
# holds it stands in the file. What the script starts has the mark (8) open instead: the next script finds by it
# what one that was killed left running, and ends that before it changes anything itself.
#   lock SECONDS    waits that long for another script
lock() {
  need flock
  patience=$1
  exec 9>>"$releases/lock"
  until flock -n 9; do
    holder=$(cat "$releases/lock" 2>/dev/null || :)
    if [ "$patience" -le 0 ] && [ -n "$holder" ] && [ "$holder" = "$(identity_of "${holder%% *}")" ]; then
      fail "another script is changing this installation (process ${holder%% *}); nothing was changed"
    fi
    # Whoever took it just now says so in a moment.
    [ "$patience" -gt -5 ] || fail 'another script is changing this installation; nothing was changed'
    patience=$((patience - 1))
    sleep 1 9>&-
  done
  identity_of $$ >"$releases/lock"
  exec 8>>"$releases/mark"
  end_children
}

# Ends what has the mark open, but not this script: what it started itself, or one before it that was killed.
end_children() {
  for signal in TERM TERM TERM TERM TERM TERM TERM TERM TERM TERM KILL; do
    children=$(children)
    [ -n "$children" ] || return 0
    # Splitting the list is what is meant. One of them may end by itself meanwhile.
    # shellcheck disable=SC2086
    kill -s "$signal" $children 2>/dev/null || :
    for _ in 1 2 3 4 5 6 7 8 9 10; do
      [ -n "$(children)" ] || return 0
      sleep 0.1 8>&- 9>&-
    done
  done
}
children() {
  exec 8>&- 9>&-
  find /proc/[0-9]*/fd -lname "$(realpath "$releases")/mark" 2>/dev/null | cut -d / -f 3 | sort -u |
    grep -vx "$$" || :
}

# One line a change, for people: who did what when, and what came of it.
remember() { echo "$(now) ${SUDO_USER:-$(id -un)} $*" >>"$releases/history.log"; }
