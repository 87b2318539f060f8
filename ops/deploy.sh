#!/bin/sh
# Brings a release live without dropping a request.
set -eu

usage() {
  cat <<'END'
Brings the images of a tag live: find them on this host or pull them, back up, migrate, start them as the color that
is not serving, wait until they are healthy, try them, point nginx at them, try again from outside, then stop the
color before. Whatever fails leaves, or brings back, what served before. A release that is live already changes
nothing.

Usage: ops/deploy.sh [--staging] [--dry-run] [--no-backup] [--only api|scraper|web] [TAG]
       ops/deploy.sh [--staging] [--dry-run] --images previous

  TAG            of the three images: 1.2.3-prod or v1.2.3-prod, latest-prod, latest-staging, sha-0123456. Without
                 one, what API_IMAGE_TAG, SCRAPER_IMAGE_TAG and WEB_IMAGE_TAG say in .env
  --staging      the installation of .env.staging instead of .env
  --dry-run      only tell what would be done, step by step, and what would stop it
  --no-backup    do not back up before migrating (staging never does)
  --only IMAGE   this image of TAG, the other two as they are live; only the API's brings migrations
  --images WHICH a recorded release in place of a tag, without migrating: what ops/rollback.sh uses

Ended by a signal it goes back, or finishes where visitors have the new release already. Killed, the next
ops/deploy.sh, ops/rollback.sh or ops/status.sh does so first. What is live stands in releases/live, what happened in
releases/history.log, what was said and done last in releases/last.log, and of each release that failed in
releases/failed/. Exit codes: 0 live, 1 failed and nothing changed for visitors, 2 wrong use; of a dry
run 0 it would be tried, 1 it would be refused.
END
}

installation=prod tag='' recorded='' backup=yes only='' dry=no
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --staging) installation=staging backup=no ;;
    --no-backup) backup=no ;;
    --dry-run) dry=yes ;;
    --only)
      case ${2-} in api | scraper | web) only=$2 ;; *) usage >&2; exit 2 ;; esac
      shift
      ;;
    --images) [ $# -ge 2 ] || { usage >&2; exit 2; }; recorded=$2; shift ;;
    -*) usage >&2; exit 2 ;;
    *) [ -z "$tag" ] || { usage >&2; exit 2; }; tag=$1 ;;
  esac
  shift
done
# shellcheck source=ops/installation.sh
. "$(dirname "$0")/installation.sh"
case $tag in *[!A-Za-z0-9_.-]*) misuse "$tag is no tag" ;; esac
[ -z "$only" ] || { [ -n "$tag" ] && [ -z "$recorded" ]; } || misuse '--only needs a TAG'
choose_installation "$installation"
[ -n "$tag$recorded$(written API_IMAGE_TAG)" ] || misuse 'a TAG is missing'
need docker curl
# shellcheck source=ops/release_state.sh
. ops/release_state.sh
# shellcheck source=ops/images.sh
. ops/images.sh
# shellcheck source=ops/restore_state.sh
. ops/restore_state.sh
[ -f "$upstream_file" ] || fail "$upstream_file is missing; ops/install.sh nginx, as root, installs it"
kind=deploy concluded='' color='' from=''
[ -z "$recorded" ] || kind=rollback

# --- Which images: as digests, since a tag may be moved while this runs, and later ---

# What is asked for of api, scraper or web: a tag, or TAG@DIGEST of a record.
wanted_of() {
  variable=$(echo "$1" | tr '[:lower:]' '[:upper:]')_IMAGE_TAG
  if [ -n "$recorded" ]; then
    recorded "$recorded" "$variable"
  elif [ -n "$only" ] && [ "$only" != "$1" ]; then
    recorded live "$variable"
  else
    echo "${tag:-$(written "$variable")}"
  fi
}
# How the three together are called.
name_of_release() {
  if [ -n "$recorded" ]; then recorded "$recorded" TAG; return; fi
  set -- "$(wanted_of api)" "$(wanted_of scraper)" "$(wanted_of web)"
  set -- "${1%%@*}" "${2%%@*}" "${3%%@*}"
  if [ "$1$1" = "$2$3" ]; then echo "$1"; else echo "$1+$2+$3"; fi
}
# Whether the .env file forbids it. A rollback is never forbidden.
is_frozen() {
  [ -n "$tag" ] && [ -z "$recorded" ] && breaks_freeze "$tag" "$(echo "$only" | tr '[:lower:]' '[:upper:]')"
}
frozen_says="$env_file freezes $(frozen_at API) $(frozen_at SCRAPER) $(frozen_at WEB): $tag is not brought live. \
Name it there, or latest-$installation"
find_images() {
  for each in api scraper web; do
    wanted=$(wanted_of "$each")
    [ -n "$wanted" ] || give_up "not every image is named in $env_file"
    find_image "$each" "$wanted" || give_up "the images of ${wanted%%@*} cannot be pulled: mypacer_$each"
    case $each in
      api) API_IMAGE_TAG=$image ;;
      scraper) SCRAPER_IMAGE_TAG=$image ;;
      web) WEB_IMAGE_TAG=$image ;;
    esac
  done
  export API_IMAGE_TAG SCRAPER_IMAGE_TAG WEB_IMAGE_TAG
}
is_live() {
  same_images "$API_IMAGE_TAG $SCRAPER_IMAGE_TAG $WEB_IMAGE_TAG" \
    "$(recorded live API_IMAGE_TAG) $(recorded live SCRAPER_IMAGE_TAG) $(recorded live WEB_IMAGE_TAG)"
}
migrates() { [ -z "$recorded" ] && case $only in '' | api) ;; *) false ;; esac; }
backs_up() { migrates && [ "$backup" = yes ] && [ -n "$from" ]; }

# --- Which color: never one that serves ---

choose_color() {
  see_services
  named=$(serving_color)
  if [ -n "$named" ] && { runs "$named" || [ -f "$releases/live" ]; }; then
    from=$named color=$(other_of "$named")
  elif runs blue; then
    ! runs green || give_up "$upstream_file names neither color and both run: docs/PRODUCTION.md, Troubleshooting"
    from=blue color=green
  elif runs green; then
    from=green color=blue
  else
    color=${named:-blue}
  fi
  [ -z "$only" ] || [ -n "$from" ] || give_up "nothing is live yet: --only $only comes after a whole release"
}

if [ $dry = yes ]; then
  # shellcheck source=ops/deploy_plan.sh
  . ops/deploy_plan.sh
  plan
fi
lock 0
: >"$log"

# Ends what is under way. What is begun here is not ended by another signal; a KILL leaves it to the next command.
interrupted() {
  trap '' HUP INT
  trap : TERM
  trap - EXIT
  end_children
  [ -f "$releases/change" ] || fail "ended by $1 before anything was changed"
  say "ended by $1 ($(recorded change STEP))"
  if conclude interrupted; then
    say "$(recorded live TAG) is live: visitors had it already"
    exit 0
  fi
  remember "$kind ${release:-$tag} ended by $1, taken back"
  fail "taken back; $(serving) serves"
}
trap 'interrupted TERM' TERM
trap 'interrupted HUP' HUP
trap 'interrupted INT' INT
trap '' PIPE
serving() { [ -z "${from-}" ] && echo nothing || echo "$from still"; }

# Ends after a failure: the new color goes, what served is not touched.
give_up() {
  trap '' HUP INT
  trap : TERM
  trap - EXIT
  tail -n 25 "$log" >&2 || :
  remember "$kind ${release:-$tag} $color failed: $*"
  if [ -f "$releases/change" ] && conclude failed; then fail "$*; $tag serves all the same"; fi
  fail "$*; ${from:-nothing} still serves"
}

settle
if [ -f "$releases/restore" ]; then
  run compose up --detach --wait --no-recreate db || fail 'the database does not start, and a restore is to be ended'
  settle_restore
fi
# A rollback wants what was before: whoever calls it after an interrupted deploy, or again, has it now.
case "$kind, $concluded" in
  'rollback, deploy taken back' | 'rollback, rollback finished')
    say "$(recorded live TAG) is live: nothing more to do"
    exit 0
    ;;
esac
[ -z "$recorded" ] || [ -f "$releases/$recorded" ] || fail "there is no recorded release '$recorded'"
if is_frozen; then fail "$frozen_says"; fi
if [ -n "$recorded" ] && breaks_freeze "$(recorded "$recorded" TAG)"; then
  say "$env_file freezes another release: change it, or the next ops/deploy.sh without a tag brings that"
fi
choose_color
release=$(name_of_release)
find_images
tag=$release
if [ -n "$from" ] && runs_whole "$from" && answers "$from" && is_live; then
  say "$tag is live already, $from: nothing to do"
  exit 0
fi

# --- The change ---

# A database that runs stays as it is: its image and settings are changed by hand.
run compose up --detach --wait --no-recreate db || give_up 'the database does not start'
if backs_up; then
  back_up() { LOCKED=yes ops/backup.sh; }
  say "backing up"
  run back_up || give_up 'the backup before the migration failed; --no-backup goes on without'
fi
# What no line below foresees, a full disk for one.
trap 'interrupted "an error"' EXIT
if [ "$only" = scraper ]; then
  replace_scraper || give_up 'the new scraper is not healthy; the one before is back'
  trap - EXIT
  say "$tag is live, $from"
  exit 0
fi
write_change starting "$tag" "$color" "$from" "$kind"
if migrates; then
  say "migrating"
  run compose run --rm --no-deps -T migrate || give_up 'the migration failed'
fi

say "starting $tag as $color"
# Two services: splitting the list is what is meant.
# shellcheck disable=SC2046
run compose up --detach --no-deps --force-recreate --wait --wait-timeout "$(setting HEALTHY_WITHIN 120)" \
  $(services_of "$color") || give_up 'the new containers are not healthy'
answers "$color" || give_up 'the new containers fail the smoke test'

say "switching"
keep_upstreams
reach switching
point_nginx "$color" || give_up 'nginx does not take the switch'
smoke_url=$(setting SMOKE_URL "$(setting SITE_URL)")
tries "$smoke_url" || give_up "the smoke test of $smoke_url failed after the switch"
finish
trap - EXIT
say "$tag is live, $color"
