#!/bin/sh
# Brings the release before back.
set -eu

usage() {
  cat <<'END'
Brings back the release that was live before this one, by the digests of its images, with the same switch that
ops/deploy.sh makes. The schema stays as it is: every migration keeps what the release before it reads.
Called again, it brings the newer release back; called after a deploy that was interrupted, it brings back what was
live before that. No registry is asked while the images are on this host.

Usage: ops/rollback.sh [--staging] [--dry-run]

  --staging   the installation of .env.staging instead of .env
  --dry-run   only tell what would be done

Another release than the one before: ops/deploy.sh TAG. Exit codes: 0 live, 1 failed and nothing changed for
visitors, 2 wrong use.
END
}

for argument in "$@"; do
  case $argument in
    -h | --help) usage; exit 0 ;;
    --staging | --dry-run) ;;
    *) usage >&2; exit 2 ;;
  esac
done
exec "$(dirname "$0")/deploy.sh" "$@" --images previous
