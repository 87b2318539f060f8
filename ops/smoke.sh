#!/bin/sh
# Tries the site and its API at an address.
set -eu

usage() {
  cat <<'END'
Tries what visitors need at an address: the page with its table and every file
it names, readiness, a table and a search.

Usage: ops/smoke.sh URL [--version VERSION]

  URL                the site's, e.g. https://mypacer.fr or http://127.0.0.1:8080
  --version VERSION  what the API must call itself, e.g. 1.2.3

Every request is given three tries, a second apart. Exit codes: 0 all answered, 1 something did not, 2 wrong use.
END
}

url='' version=''
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --version) [ $# -ge 2 ] || { usage >&2; exit 2; }; version=$2; shift ;;
    http://* | https://*) url=${1%/} ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done
[ -n "$url" ] || { usage >&2; exit 2; }
command -v curl >/dev/null || { echo 'smoke: curl is missing; on Debian: apt-get install curl' >&2; exit 2; }
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT

# Asks for a path until the answer holds a text.
expect() {
  left=3
  until error=$(curl --silent --show-error --fail --max-time 20 --output "$answer" "$url$1" 2>&1) &&
    grep -q -- "$2" "$answer"; do
    left=$((left - 1))
    if [ $left = 0 ]; then
      echo "smoke: $url${1%%\?*} did not answer with ${2:-a file}${error:+ (${error#curl: })}" >&2
      exit 1
    fi
    sleep 1
  done
}

expect /api/health/ready '"status":"ready"'
expect '/api/pace-table?slowest=300&fastest=240&step=30' '"rows"'
expect '/api/athletes?q=martin&limit=1' '"items"'
expect '/?slow=5:00&fast=4:00' '<table'
# A page without its files looks well to a request and broken to a visitor.
files=$(grep -oE '/assets/[A-Za-z0-9_./-]+\.(css|js|woff2)' "$answer" | sort -u) || :
case $files in *.js*) ;; *) echo "smoke: $url/ names no program" >&2; exit 1 ;; esac
# Words: a name holds no space.
for file in $files; do expect "$file" ''; done
[ -z "$version" ] || expect /api/status "\"version\":\"$version\""
echo "smoke: $url answers"
