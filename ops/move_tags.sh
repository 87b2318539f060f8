#!/bin/sh
# Lets tags that move name a release, in all images or in none.
set -eu

usage() {
  cat <<'END'
Has further tags of the three images name what FROM names, for every platform and with the same digest. All three
are looked for first: where one is missing, no tag is moved.

Usage: ops/move_tags.sh PREFIX FROM TO…

  PREFIX   of the images' names: ghcr.io/cmoron/mypacer_ for mypacer_api, mypacer_scraper and mypacer_web
  FROM     the tag of a release: 1.2.3-prod
  TO       the tags to move: latest-prod 1.2

The workflow does this once a release went live. Needs skopeo, logged in to the registry. Exit codes: 0 moved, 1 not,
2 wrong use.
END
}

case ${1-} in -h | --help) usage; exit 0 ;; esac
[ $# -ge 3 ] || { usage >&2; exit 2; }
prefix=$1 from=$2
shift 2
case "$from $*" in *[!A-Za-z0-9._\ -]*) usage >&2; exit 2 ;; esac
command -v skopeo >/dev/null || { echo 'move_tags: skopeo is missing; on Debian: apt-get install skopeo' >&2; exit 1; }
plain='' copy_plain=''
case $prefix in
  127.0.0.1:* | localhost:*) plain=--tls-verify=false copy_plain='--src-tls-verify=false --dest-tls-verify=false' ;;
esac

for image in api scraper web; do
  # shellcheck disable=SC2086
  skopeo inspect --raw $plain "docker://$prefix$image:$from" >/dev/null || {
    echo "move_tags: there is no $prefix$image:$from; no tag was moved" >&2
    exit 1
  }
done
# What names all of it is moved last, so that it names no half of a release for longer than it must. A registry may
# be out of reach for a moment.
for to in "$@"; do
  for image in api scraper web; do
    tries=3
    # shellcheck disable=SC2086
    until skopeo copy --all --preserve-digests --quiet $copy_plain "docker://$prefix$image:$from" "docker://$prefix$image:$to"; do
      tries=$((tries - 1))
      [ $tries -gt 0 ] || { echo "move_tags: $image:$to was not moved: run this again" >&2; exit 1; }
      sleep 2
    done
  done
  echo "$to names $from"
done
