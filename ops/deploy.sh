#!/bin/sh
# Brings a release live without dropping a request.
set -eu

usage() {
  cat <<'END'
Brings the images of a tag live: find them on this host or pull them, back up, migrate, start them as the color that
is not serving, wait until they are healthy, try them, point nginx at them, try again from outside, then stop the
color before. Whatever fails leaves, or brings back, what served before. A release that is live already changes
nothing.

Usage: ops/deploy.sh [--staging] [--no-backup] [TAG]
       ops/deploy.sh [--staging] --images previous

  TAG            of the three images: 1.2.3-prod or v1.2.3-prod, latest-prod, latest-staging, sha-0123456. Without
                 one, what API_IMAGE_TAG, SCRAPER_IMAGE_TAG and WEB_IMAGE_TAG say in .env
  --staging      the installation of .env.staging instead of .env
  --no-backup    do not back up before migrating (staging never does)
  --images WHICH a recorded release in place of a tag, without migrating: what ops/rollback.sh uses

Ended by a signal it goes back, or finishes where visitors have the new release already. Killed, the next
ops/deploy.sh, ops/rollback.sh or ops/status.sh does so first. What is live stands in releases/live, what happened in
releases/history.log, what was said and done last in releases/last.log, and of each release that failed in
releases/failed/. Exit codes: 0 live, 1 failed and nothing changed for visitors, 2 wrong use.
END
}

installation=prod tag='' recorded='' backup=yes
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --staging) installation=staging backup=no ;;
    --no-backup) backup=no ;;
    --images) [ $# -ge 2 ] || { usage >&2; exit 2; }; recorded=$2; shift ;;
    -*) usage >&2; exit 2 ;;
    *) [ -z "$tag" ] || { usage >&2; exit 2; }; tag=$1 ;;
  esac
  shift
done
# shellcheck source=ops/installation.sh
. "$(dirname "$0")/installation.sh"
case $tag in *[!A-Za-z0-9_.-]*) misuse "$tag is no tag" ;; esac
choose_installation "$installation"
[ -n "$tag$recorded$(written API_IMAGE_TAG)" ] || misuse 'a TAG is missing'
need docker curl
# shellcheck source=ops/release_state.sh
. ops/release_state.sh
# shellcheck source=ops/images.sh
. ops/images.sh
# shellcheck source=ops/restore_state.sh
. ops/restore_state.sh
[ -f "$upstream_file" ] || fail "$upstream_file is missing; docs/PRODUCTION.md says how nginx is installed"
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
    say "$tag is live: visitors had it already"
    exit 0
  fi
  remember "$kind $tag ended by $1, taken back"
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
  remember "$kind $tag $color failed: $*"
  if [ -f "$releases/change" ] && conclude failed; then fail "$*; $tag serves all the same"; fi
  fail "$*; ${from:-nothing} still serves"
}

kind=deploy concluded='' color='' from=''
[ -z "$recorded" ] || kind=rollback
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

# --- Which images: as digests, since a tag may be moved while this runs, and later ---

find_images() {
  set -- "${tag:-$(written API_IMAGE_TAG)}" "${tag:-$(written SCRAPER_IMAGE_TAG)}" "${tag:-$(written WEB_IMAGE_TAG)}"
  if [ -z "$1" ] || [ -z "$2" ] || [ -z "$3" ]; then give_up "not every image is named in $env_file"; fi
  tag=$1
  [ "$1$1" = "$2$3" ] || tag=$1+$2+$3
  find_image api "$1" || give_up "the images of $1 cannot be pulled: mypacer_api"
  API_IMAGE_TAG=$image
  find_image scraper "$2" || give_up "the images of $2 cannot be pulled: mypacer_scraper"
  SCRAPER_IMAGE_TAG=$image
  find_image web "$3" || give_up "the images of $3 cannot be pulled: mypacer_web"
  WEB_IMAGE_TAG=$image
  export API_IMAGE_TAG SCRAPER_IMAGE_TAG WEB_IMAGE_TAG
}
find_recorded() {
  [ -f "$releases/$recorded" ] || fail "there is no recorded release '$recorded'"
  tag=$(recorded "$recorded" TAG)
  use_images "$recorded"
  for each in "api $API_IMAGE_TAG" "scraper $SCRAPER_IMAGE_TAG" "web $WEB_IMAGE_TAG"; do
    have_image "${each%% *}" "${each#* }" || give_up "the images of $tag are not on this host and cannot be pulled"
  done
}
if [ -n "$recorded" ]; then
  find_recorded
  ! breaks_freeze "$tag" || say "$env_file freezes another release: change it, or the next ops/deploy.sh without a tag brings that"
elif [ -n "$tag" ] && breaks_freeze "$tag"; then
  fail "$env_file freezes $(frozen_at API) $(frozen_at SCRAPER) $(frozen_at WEB): $tag is not brought live. Name it there, or latest-$installation"
else
  find_images
fi

# --- Which color: never one that serves ---

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

if [ -n "$from" ] && runs_whole "$from" && answers "$from" &&
  same_images "$API_IMAGE_TAG $SCRAPER_IMAGE_TAG $WEB_IMAGE_TAG" "$(recorded live API_IMAGE_TAG) $(recorded live \
    SCRAPER_IMAGE_TAG) $(recorded live WEB_IMAGE_TAG)"; then
  say "$tag is live already, $from: nothing to do"
  exit 0
fi

# --- The change ---

# A database that runs stays as it is: its image and settings are changed by hand.
run compose up --detach --wait --no-recreate db || give_up 'the database does not start'
if [ -z "$recorded" ] && [ "$backup" = yes ] && [ -n "$from" ]; then
  back_up() { LOCKED=yes ops/backup.sh; }
  say "backing up"
  run back_up || give_up 'the backup before the migration failed; --no-backup goes on without'
fi
# What no line below foresees, a full disk for one.
trap 'interrupted "an error"' EXIT
write_change starting "$tag" "$color" "$from" "$kind"
if [ -z "$recorded" ]; then
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
