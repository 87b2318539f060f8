# shellcheck shell=sh
# What is set in ops/deploy.sh and what it reads is used here.
# shellcheck disable=SC2154
# Tells what a deploy or a rollback would do. Nothing is pulled, started, written or mended.

plan() {
  log=$(mktemp)
  trap 'rm -f "$log"' EXIT
  refused=0
  give_up() { refuse "$*"; exit 1; }
  (exec 9>>"$releases/lock" && flock -n 9) || refuse 'another script is changing this installation'
  [ ! -f "$releases/restore" ] || echo '! a restore was not brought to an end: that is done first'
  disagreements | sed 's/^/! first mended: /'
  [ -z "$recorded" ] || [ -f "$releases/$recorded" ] || give_up "there is no recorded release '$recorded'"
  ! is_frozen || refuse "$frozen_says"
  choose_color
  echo "live       $(recorded live TAG)${from:+, $from}"
  echo "wanted     $(name_of_release)"
  plan_images
  plan_database
  plan_surroundings
  [ $refused = 0 ] || exit 1
  plan_steps
  exit 0
}
refuse() {
  echo "! refused: $*"
  refused=1
}

plan_images() {
  all_here=yes
  for each in api scraper web; do
    wanted=$(wanted_of "$each")
    if [ -z "$wanted" ]; then
      refuse "$env_file does not name the image of $each"
      all_here=no
      continue
    fi
    where=$(where_is "$each" "$wanted")
    [ -n "$where" ] || refuse "mypacer_$each of ${wanted%%@*} is neither on this host nor in the registry"
    [ "$where" = 'on this host' ] || all_here=no
    printf '%-10s %s, %s\n' "$each" "${wanted%%@*}" "${where:-nowhere}"
  done
}

plan_database() {
  if ! query "$database" --command 'select 1' >/dev/null 2>&1; then
    echo '! the database does not answer: it is started first'
  elif migrates && [ "$all_here" = yes ]; then
    find_image api "$(wanted_of api)"
    API_IMAGE_TAG=$image
    export API_IMAGE_TAG
    if run compose run --rm --no-deps -T migrate shared/database/migrate_cli.ts --dry-run; then
      echo "migrations $(tail -n 1 "$log")"
    else
      refuse "the migrations do not fit: $(tail -n 1 "$log")"
    fi
  elif migrates; then
    echo 'migrations are known once the image is on this host'
  else
    echo 'migrations none: the schema stays as it is'
  fi
}

plan_surroundings() {
  # A command with its arguments: splitting it is what is meant.
  # shellcheck disable=SC2086
  run $nginx_check || refuse "nginx does not take its configuration: $(tail -n 1 "$log")"
  [ -w "$(dirname "$upstream_file")" ] || refuse "$(dirname "$upstream_file") cannot be written"
  free=$(df --output=avail --block-size=1M . | tail -n 1 | tr -dc 0-9)
  [ "$free" -ge 2000 ] || echo "! only $free MB of the disk are free"
  url=$(setting SMOKE_URL "$(setting SITE_URL)")
  tries "$url" || echo "! $url does not pass the smoke test now; after the switch it must"
}

plan_steps() {
  echo 'It would:'
  if [ "$all_here" = yes ]; then echo '  pull nothing'; else echo '  pull what is not on this host'; fi
  ! backs_up || echo '  back up'
  ! migrates || echo '  migrate'
  if [ "$only" = scraper ]; then
    echo '  start the new scraper in place of the one that runs'
    return
  fi
  echo "  start $(services_of "$color"), wait until they are healthy, try them"
  echo "  point nginx at $color, try $(setting SMOKE_URL "$(setting SITE_URL)")"
  [ "$installation" = staging ] || echo '  start the scraper'
  [ -z "$from" ] || echo "  remove $(services_of "$from") after $(setting DRAIN_SECONDS 20) s"
}
