#!/bin/sh
# Looks at the site from another host, as a visitor sees it.
set -eu

usage() {
  cat <<'END'
Looks at a site from outside: certificate, home page and one of its files, readiness, version, a search. It needs a
shell and curl, nothing of this repository, and asks for six things; run it every few minutes.

Usage: ops/probe.sh URL [--search WORD] [--days DAYS] [--pause SECONDS] [--changes FILE]

  URL             the site's, e.g. https://mypacer.fr
  --search WORD   what is searched: "petit" unless given, a word of every day that many names hold
  --days DAYS     for how many days the certificate must still be good (14)
  --pause SECONDS waits that long before the first thing that fails is tried again (5)
  --changes FILE  says something, and fails, only when it is otherwise than the time before, which FILE remembers

What fails is tried once more. Exit codes: 0 all is well, 1 visitors are without something, 2 wrong
use, 3 the certificate ends soon and all else is well.
END
}

url='' word=petit days=14 pause=5 memory=''
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --search | --days | --pause | --changes)
      [ $# -ge 2 ] || { usage >&2; exit 2; }
      case $1 in --search) word=$2 ;; --days) days=$2 ;; --pause) pause=$2 ;; --changes) memory=$2 ;; esac
      shift
      ;;
    http://* | https://*) url=${1%/} ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done
[ -n "$url" ] || { usage >&2; exit 2; }
case $days$pause in *[!0-9]* | '') usage >&2; exit 2 ;; esac
command -v curl >/dev/null || { echo 'probe: curl is missing' >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' TERM HUP INT

code=0
line() { printf '%-12s %s\n' "$1" "$2" >>"$work/said"; }
trouble() {
  line "! $1" "$2"
  code=1
}
# Asks for a path and keeps the answer; more arguments are curl's.
ask() {
  path=$1
  shift
  for try in first second; do
    : >"$work/error"
    if status=$(curl --silent --show-error --max-time 20 --output "$work/answer" \
      --write-out '%{http_code} in %{time_total} s' "$@" "$url$path" 2>"$work/error"); then
      case $status in 200*) return 0 ;; esac
    else
      status=$(sed -n 's/^curl: //p' "$work/error" | tail -n 1)
    fi
    # A moment's trouble is waited out once; what follows from the same one is not waited for again.
    [ $try = second ] || { sleep "$pause"; pause=0; }
  done
  return 1
}
holds() { grep -q -- "$1" "$work/answer"; }
value_of() { sed -n "s/.*\"$1\":\"\{0,1\}\([^\",}]*\).*/\1/p" "$work/answer" | head -n 1; }

if ! ask /; then
  trouble 'home page' "$status"
elif ! holds '<table'; then
  trouble 'home page' "$status, but without its table"
else
  line 'home page' "$status"
  # A page without its program looks well to a request and broken to a visitor.
  file=$(grep -oE '/assets/[A-Za-z0-9_./-]+\.js' "$work/answer" | head -n 1)
  if [ -z "$file" ]; then
    trouble 'file' 'the home page names no program'
  elif ask "$file" && [ -s "$work/answer" ]; then
    line 'file' "$status"
  else
    trouble 'file' "$file: $status"
  fi
fi

if ask /api/health/ready && holds '"status":"ready"'; then
  line 'ready' "$status"
else
  trouble 'ready' "$status"
fi
if ask /api/status && [ -n "$(value_of version)" ]; then
  line 'version' "$(value_of version), $(value_of athletes) athletes"
else
  trouble 'version' "$status"
fi
if ! ask /api/athletes --get --data-urlencode "q=$word" --data limit=10; then
  trouble 'search' "$status"
else
  found=$(grep -o '"ffa_id"' "$work/answer" | wc -l | tr -d ' ')
  if [ "$found" = 0 ]; then trouble 'search' "$status, but nobody was found"; else line 'search' "$status, $found found"; fi
fi

# Days from the epoch to a date of the Gregorian calendar: `date` reads dates on some systems only.
# The program is awk's, its $ is not the shell's.
# shellcheck disable=SC2016
days_left='{
  month = (index("JanFebMarAprMayJunJulAugSepOctNovDec", $1) + 2) / 3
  year = $4 - (month < 3); month += (month < 3 ? 9 : -3)
  day = 365 * year + int(year / 4) - int(year / 100) + int(year / 400) + int((153 * month + 2) / 5) + $2 - 719469
  print day - int(now / 86400)
}'
case $url in
  https://*)
    curl --silent --verbose --max-time 20 --output /dev/null --head "$url/" 2>"$work/error" || :
    left=$(sed -n 's/^\*  *expire date: //p' "$work/error" | head -n 1 | awk -v now="$(date +%s)" "$days_left")
    if [ -z "$left" ]; then
      trouble 'certificate' 'its end cannot be read'
    elif [ "$left" -lt "$days" ]; then
      line '! certificate' "ends in $left days"
      [ $code = 1 ] || code=3
    else
      line 'certificate' "good for $left days"
    fi
    ;;
esac

if [ -n "$memory" ]; then
  # What was in trouble, without times.
  sed -n 's/^! *\([a-z ]*[a-z]\).*/\1/p' "$work/said" >"$work/now"
  touch "$memory"
  ! cmp -s "$work/now" "$memory" || exit 0
  cp "$work/now" "$memory"
  [ $code != 0 ] || echo "$url is well again"
fi
cat "$work/said"
exit $code
