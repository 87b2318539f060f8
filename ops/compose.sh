#!/bin/sh
# docker compose with the files, variables and images of an installation as it is live.
set -eu

usage() {
  cat <<'END'
Runs docker compose on an installation with the images that are live, whatever its color.

Usage: ops/compose.sh [--staging] COMMAND [ARGUMENT …]

  ops/compose.sh logs --follow --since 10m api web api-green web-green
  ops/compose.sh run --rm scraper scraper/cli.ts --season 2026
  ops/compose.sh exec db psql --username mypacer mypacer
  ops/compose.sh up --detach --no-deps scraper

`up`, `create`, `start` and `restart` want the names of services: without them the color that does not serve would
start too, or the one that serves be created anew. ops/deploy.sh brings releases live. Exit codes: those of docker
compose, and 2 for wrong use.
END
}

installation=prod
case ${1-} in
  -h | --help) usage; exit 0 ;;
  --staging) installation=staging; shift ;;
esac
[ $# -gt 0 ] || { usage >&2; exit 2; }
# shellcheck source=ops/installation.sh
. "$(dirname "$0")/installation.sh"
choose_installation "$installation"

# The command is the first word that is no option of docker compose, and no value of one.
command='' names=no
skip=no
for word in "$@"; do
  if [ $skip = yes ]; then
    skip=no
  else
    case $command:$word in
      :--profile | :--file | :-f | :--env-file | :--project-name | :-p | :--progress | :--ansi | :--parallel) skip=yes ;;
      *:--scale | *:--timeout | *:-t | *:--wait-timeout | *:--pull | *:--attach | *:--no-attach | *:--exit-code-from)
        skip=yes
        ;;
      *:-*) ;;
      :*) command=$word ;;
      *) names=yes ;;
    esac
  fi
done
case $command:$names in
  up:no | create:no | start:no | restart:no) misuse "$command: name the services; without names the idle color starts too" ;;
esac
compose "$@"
