# shellcheck shell=sh
# What is set in ops/installation.sh is used here.
# shellcheck disable=SC2154
# What serves, what is being changed, and how a change that ended early is taken back or finished. Read by
# ops/deploy.sh and ops/status.sh after ops/installation.sh.
#
# What serves is read from nginx's upstream file, never from a note. `releases/change` holds what is intended and
# the step reached; it is written before the step begins. `releases/live` is a note of what came of it.
#
#   settled ──▶ starting ──▶ switching ──▶ retiring ──▶ settled
#      ▲           │            │
#      └───────────┴────────────┘
#
#   step        nginx names           containers that run        when the script ends here
#   settled     one color             those of that color        there is nothing to do
#   starting    the color before      its own; the other's       back: the other color is removed
#                                     come and go
#   switching   either                those of both              back: nginx is pointed at the color before,
#                                                                then the other is removed; forward where the
#                                                                color before does not answer and the new one does
#   retiring    the new color         those of both, then        forward: notes, scraper, then the color before
#                                     of the new one             is removed
#
# Invariants:
#   1. The color that nginx names is never created anew, stopped or removed while something of it serves.
#   2. nginx is pointed only at a color that passed the smoke test, or back at the one before.
#   3. While nginx may have either color loaded (switching, retiring) both run; DRAIN_SECONDS pass after a reload
#      before the other one is removed.
#   4. Records and the upstream file are replaced by renaming: each is the one before or the new one, never a part.
#   5. One script at a time; what a killed one left running is ended before anything is changed.

# shellcheck source=ops/serving.sh
. ops/serving.sh

# Writes which color nginx asks, and has it take that.
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
  take_upstreams
}
take_upstreams() {
  mv "$upstream_file.new" "$upstream_file"
  # Commands with their arguments: splitting them is what is meant.
  # shellcheck disable=SC2086
  run $nginx_check && run $nginx_reload
}
# nginx's old workers finish what they have with the other color.
drain() { run sleep "$(setting DRAIN_SECONDS 20)"; }

# The file before may name other servers than ours: it is put back as it was.
keep_upstreams() {
  cp "$upstream_file" "$releases/upstreams.new"
  mv "$releases/upstreams.new" "$releases/upstreams"
}
restore_upstreams() {
  cp "$releases/upstreams" "$upstream_file.new"
  take_upstreams
}

# Writes down the step that begins: STEP TAG COLOR FROM KIND. FROM is the color that serves before, if one does.
write_change() {
  write_record change "STEP=$1" "TAG=$2" "COLOR=$3" "FROM=$4" "KIND=$5" "API_IMAGE_TAG=$API_IMAGE_TAG" \
    "SCRAPER_IMAGE_TAG=$SCRAPER_IMAGE_TAG" "WEB_IMAGE_TAG=$WEB_IMAGE_TAG" "SINCE=$(now)"
}
reach() {
  sed "s/^STEP=.*/STEP=$1/" "$releases/change" >"$releases/change.new" || fail "$releases/change cannot be written"
  put_record change
}

# Removes the containers of a color, if nobody is served by it.
remove_color() {
  if [ "$(serving_color)" = "$1" ] && { [ ! -f "$releases/change" ] || [ -n "$(recorded change FROM)" ]; }; then
    say "nginx names $1: nothing of it is removed"
    return 1
  fi
  # Two services: splitting the list is what is meant.
  # shellcheck disable=SC2046
  run compose rm --force --stop $(services_of "$1")
}

# Keeps what a release that goes again has said, and what was done to it.
keep_logs() {
  of=$(recorded change COLOR)
  kept=$releases/failed/$(date -u +%Y%m%dT%H%M%SZ)-$(recorded change TAG).log
  # shellcheck disable=SC2046
  run compose logs --no-color --timestamps --tail 5000 $(services_of "$of") || :
  cp "$log" "$kept"
  say "its log is kept: $kept"
}

# Ends a change wherever it stands: takes it back, or finishes it. With `failed`, unlike `interrupted`, it is known
# that the new release is not good. Exit code 0: the new release is live; 1: what served before does.
conclude() {
  new=$(recorded change COLOR) from=$(recorded change FROM)
  case $(recorded change STEP) in
    retiring) finish; return 0 ;;
    switching)
      if ! may_go_back "$1"; then
        say "${from:-nothing before} does not answer, $new does: going on with it"
        point_nginx "$new" || fail "nginx does not take $upstream_file: mend it, then ops/status.sh --mend"
        finish
        return 0
      fi
      restore_upstreams ||
        fail "nginx does not take $upstream_file: mend it, then ops/status.sh --mend; both colors are left running"
      drain
      ;;
  esac
  keep_logs
  remove_color "$new" || say "$new is still there"
  rm -f "$releases/change" "$releases/upstreams"
  return 1
}
may_go_back() {
  if [ -z "$from" ]; then [ "$1" = failed ] || ! answers "$new"; else answers "$from" || ! answers "$new"; fi
}

copy_record() {
  cp "$releases/$1" "$releases/$2.new" || fail "$releases/$2 cannot be written"
  put_record "$2"
}

# After the switch: notes, scraper, and the color before goes. Begun again it does what is left to do.
finish() {
  of=$(recorded change COLOR)
  reach retiring
  if [ "$(recorded live SINCE)" != "$(recorded change SINCE)" ]; then
    [ ! -f "$releases/live" ] || copy_record live previous
    sed '/^STEP=/d; /^FROM=/d; /^KIND=/d' "$releases/change" >"$releases/live.new" ||
      fail "$releases/live cannot be written"
    put_record live
    remember "$(recorded change KIND) $(recorded change TAG) $of is live"
  fi
  use_images live
  start_scraper || say 'the scraper does not start: look at its log'
  drain
  remove_color "$(other_of "$of")" || say "$(other_of "$of") is still there: ops/status.sh --mend"
  rm -f "$releases/change" "$releases/upstreams"
}

# Brings another scraper alone: no color changes. The one before is back where the new one is not healthy.
replace_scraper() {
  say "starting the scraper of $tag"
  if ! start_scraper --wait --wait-timeout "$(setting HEALTHY_WITHIN 120)"; then
    use_images live
    start_scraper || say 'the scraper does not start: look at its log'
    return 1
  fi
  write_change retiring "$tag" "$from" '' "$kind"
  finish
}
# The crawl's queue is in the database: another scraper goes on where this one stops. Staging's runs by hand only.
start_scraper() { [ "$installation" = staging ] || run compose up --detach --no-deps "$@" scraper; }

# Starts what nginx names and does not run, as it was noted.
wake_up() {
  see_services
  at=$(serving_color)
  if [ -f "$releases/change" ] || [ "$at" != "$(recorded live COLOR)" ] || runs_whole "$at" ||
    runs "$(other_of "$at")"; then
    return 0
  fi
  say "nothing runs: $(recorded live TAG) is started as $at"
  # shellcheck disable=SC2046
  run compose up --detach --no-deps --no-recreate --wait $(services_of "$at") || say "$at does not start: see $log"
}

# Makes nginx, notes and containers agree; nothing that serves is touched.
settle() {
  if [ -f "$releases/change" ]; then
    say "'$(recorded change TAG)' was not brought to an end ($(recorded change STEP))"
    concluded=$(recorded change KIND)
    if conclude interrupted; then
      say "finished: it is live"
      concluded="$concluded finished"
    else
      say "taken back: what was live before is live"
      concluded="$concluded taken back"
    fi
    remember "$concluded"
  fi
  see_services
  at=$(serving_color)
  [ "$at" != both ] || leave_one
  if [ -n "$at" ] && ! runs "$at" && runs_whole "$(other_of "$at")" && answers "$(other_of "$at")"; then
    say "nginx names $at, only $(other_of "$at") runs: nginx is pointed at it"
    at=$(other_of "$at")
    point_nginx "$at" || fail "nginx does not take $upstream_file"
  fi
  if [ -n "$at" ] && runs_whole "$at"; then
    note_what_runs
    if runs "$(other_of "$at")"; then
      say "$(other_of "$at") runs and serves nobody: it is removed"
      remove_color "$(other_of "$at")"
    fi
    if [ -n "$(image_of scraper)" ] && [ "$(image_of scraper)" != "$(recorded live SCRAPER_IMAGE_TAG)" ]; then
      say "the scraper is not the one that is live: it is replaced"
      start_scraper || say 'the scraper does not start: look at its log'
    fi
  fi
}
# Two colors behind nginx (docs/SCALING.md): the one that is noted goes on alone.
leave_one() {
  at=$(recorded live COLOR)
  at=${at:-blue}
  say "nginx names both colors: $at goes on alone"
  answers "$at" || fail "$at does not answer; nothing was changed"
  point_nginx "$at" || fail "nginx does not take $upstream_file"
  drain
}
# The notes follow what serves.
note_what_runs() {
  read -r api_service web_service <<END
$(services_of "$at")
END
  [ "$at" != "$(recorded live COLOR)" ] || [ "$(image_of "$api_service") $(image_of "$web_service")" != \
    "$(recorded live API_IMAGE_TAG) $(recorded live WEB_IMAGE_TAG)" ] || return 0
  say "releases/live does not say what serves: it is written anew"
  [ ! -f "$releases/live" ] || [ "$(recorded live COLOR)" = "$at" ] || copy_record live previous
  api_image=$(image_of "$api_service") scraper_image=$(image_of scraper)
  write_record live "TAG=${api_image%%@*}" "COLOR=$at" "API_IMAGE_TAG=$api_image" \
    "SCRAPER_IMAGE_TAG=${scraper_image:-$api_image}" "WEB_IMAGE_TAG=$(image_of "$web_service")" "SINCE=$(now)"
  use_images live
}
