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
compose "$@"
