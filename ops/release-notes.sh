#!/bin/sh
# Prints what CHANGELOG.md says of a version.
set -eu

usage() {
  cat <<'END'
Prints the part of CHANGELOG.md under "## VERSION", without its heading.

Usage: ops/release-notes.sh VERSION

Exit codes: 0 printed, 1 there is nothing under such a heading, 2 wrong use.
END
}

case ${1-} in
  -h | --help) usage; exit 0 ;;
  '' | -*) usage >&2; exit 2 ;;
esac
[ $# = 1 ] || { usage >&2; exit 2; }
awk -v version="$1" '
  /^## / { inside = $2 == version || $2 == "[" version "]"; next }
  inside { print; if ($0 != "") found = 1 }
  END { exit !found }
' "$(dirname "$0")/../CHANGELOG.md" || { echo "release-notes: CHANGELOG.md says nothing of $1" >&2; exit 1; }
