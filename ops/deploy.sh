#!/bin/sh
# Brings a release live without dropping a request.
set -eu

usage() {
  cat <<'END'
Brings the images of a tag live: pull, back up, migrate, start them as the color that is not serving, wait until
they are healthy, try them, point nginx at them, try again from outside, then stop the color before. Whatever
fails leaves, or brings back, what served before. A tag that is live already changes nothing.

Usage: ops/deploy.sh [--staging] [--no-backup] TAG
       ops/deploy.sh [--staging] --images previous

  TAG            of the three images, e.g. 1.2.3-prod, latest-staging
  --staging      the installation of .env.staging instead of .env
  --no-backup    do not back up before migrating (staging never does)
  --images WHICH a recorded release in place of a tag, without migrating: what ops/rollback.sh uses

What is live stands in releases/live, what happened in releases/history.log. Exit codes: 0 live, 1 failed and
nothing changed for visitors, 2 wrong use.
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
[ -n "$tag$recorded" ] || misuse 'a TAG is missing'
case $tag in *[!A-Za-z0-9_.-]*) misuse "$tag is no tag" ;; esac
choose_installation "$installation"
need docker curl
lock

upstream_file=$(setting NGINX_UPSTREAM_FILE "/etc/nginx/mypacer/${installation}_upstreams.conf")
nginx_check=$(setting NGINX_CHECK 'sudo -n /usr/sbin/nginx -t -q')
nginx_reload=$(setting NGINX_RELOAD 'sudo -n /usr/bin/systemctl reload nginx')
[ -f "$upstream_file" ] || fail "$upstream_file is missing; docs/PRODUCTION.md says how nginx is installed"
live_color=$(recorded live COLOR)
color=$(other_of "$live_color")
# Two services: splitting the list is what is meant wherever it is used.
new=$(services_of "$color") old=$(services_of "$live_color")

# The release asked for, as digests: a tag may be moved while this runs, and later.
if [ -n "$recorded" ]; then
  [ -f "$releases/$recorded" ] || fail "there is no recorded release '$recorded'"
  tag=$(recorded "$recorded" TAG)
  use_images "$recorded"
else
  API_IMAGE_TAG=$tag SCRAPER_IMAGE_TAG=$tag WEB_IMAGE_TAG=$tag
  export API_IMAGE_TAG SCRAPER_IMAGE_TAG WEB_IMAGE_TAG
fi
compose pull --quiet api scraper web || fail "the images of $tag cannot be pulled"
pinned() {
  digest=$(docker image inspect --format '{{index .RepoDigests 0}}' "ghcr.io/$owner/mypacer_$1:$tag")
  echo "$tag@${digest#*@}"
}
if [ -z "$recorded" ]; then
  API_IMAGE_TAG=$(pinned api) SCRAPER_IMAGE_TAG=$(pinned scraper) WEB_IMAGE_TAG=$(pinned web)
fi

tries() { ops/smoke.sh "$1" >&2; }
if [ -n "$live_color" ] && [ "$API_IMAGE_TAG $SCRAPER_IMAGE_TAG $WEB_IMAGE_TAG" = \
  "$(recorded live API_IMAGE_TAG) $(recorded live SCRAPER_IMAGE_TAG) $(recorded live WEB_IMAGE_TAG)" ] &&
  tries "http://127.0.0.1:$(web_port_of "$live_color")"; then
  say "$tag is live already, $live_color: nothing to do"
  exit 0
fi

# Ends after a failure: the new color goes, what served is not touched.
give_up() {
  remember "deploy $tag $color failed: $*"
  # shellcheck disable=SC2086
  compose rm --force --stop $new >&2 || :
  fail "$*; ${live_color:-nothing} still serves"
}

compose up --detach --wait db >&2 || fail 'the database does not start'
if [ -z "$recorded" ]; then
  if [ "$backup" = yes ] && [ -n "$live_color" ]; then
    LOCKED=yes ops/backup.sh >&2 || fail 'the backup before the migration failed; --no-backup goes on without'
  fi
  say "migrating"
  compose run --rm --no-deps -T migrate >&2 || give_up 'the migration failed'
fi

say "starting $tag as $color"
# shellcheck disable=SC2086
compose up --detach --no-deps --force-recreate --wait --wait-timeout "$(setting HEALTHY_WITHIN 120)" \
  $new >&2 || give_up "the new containers are not healthy"
tries "http://127.0.0.1:$(web_port_of "$color")" || give_up 'the new containers fail the smoke test'

# Writes which color nginx asks, and has it take that; the file before is kept for the way back.
point_nginx() {
  cat >"$upstream_file.new" <<END
# Which color serves $installation: $1. ops/deploy.sh writes this file anew.
upstream mypacer_${installation}_api {
    server 127.0.0.1:$(api_port_of "$1");
    keepalive 32;
}
upstream mypacer_${installation}_web {
    server 127.0.0.1:$(web_port_of "$1");
    keepalive 32;
}
END
  reload_nginx
}
reload_nginx() {
  mv "$upstream_file.new" "$upstream_file"
  # Commands with their arguments: splitting them is what is meant.
  # shellcheck disable=SC2086
  $nginx_check >&2 && $nginx_reload >&2
}
cp "$upstream_file" "$upstream_file.before"
go_back() {
  mv "$upstream_file.before" "$upstream_file.new"
  reload_nginx || say 'nginx could not be pointed back: look at it now'
  sleep "$(setting DRAIN_SECONDS 20)"
  give_up "$*"
}
point_nginx "$color" || go_back 'nginx does not take the switch'
smoke_url=$(setting SMOKE_URL "$(setting SITE_URL)")
tries "$smoke_url" || go_back "the smoke test of $smoke_url failed after the switch"
rm "$upstream_file.before"

[ ! -f "$releases/live" ] || cp "$releases/live" "$releases/previous"
cat >"$releases/live.new" <<END
TAG=$tag
COLOR=$color
API_IMAGE_TAG=$API_IMAGE_TAG
SCRAPER_IMAGE_TAG=$SCRAPER_IMAGE_TAG
WEB_IMAGE_TAG=$WEB_IMAGE_TAG
SINCE=$(now)
END
mv "$releases/live.new" "$releases/live"
remember "deploy $tag $color is live"

# The crawl's queue is in the database: another scraper goes on where this one stops.
[ "$installation" = staging ] || compose up --detach --no-deps scraper >&2 ||
  say 'the scraper does not start: look at its log'
if [ -n "$old" ]; then
  # nginx's old workers finish what they have with the color before.
  sleep "$(setting DRAIN_SECONDS 20)"
  # shellcheck disable=SC2086
  compose rm --force --stop $old >&2 || say "$live_color is still there: stop it by hand"
fi
say "$tag is live, $color"
