# shellcheck shell=sh
# What is set in ops/installation.sh is used here, what is set here in ops/release_state.sh.
# shellcheck disable=SC2154,SC2034
# What serves: which color nginx names, what runs, and where the notes say otherwise. Read by ops/release_state.sh.

upstream_file=$(setting NGINX_UPSTREAM_FILE "/etc/nginx/mypacer/${installation}_upstreams.conf")
nginx_check=$(setting NGINX_CHECK 'sudo -n /usr/sbin/nginx -t -q')
nginx_reload=$(setting NGINX_RELOAD 'sudo -n /usr/bin/systemctl reload nginx')
mkdir -p "$releases/failed"
tries() { run ops/smoke.sh "$1"; }

# blue, green or both: what the upstream file names for the API or the site (api, web); nothing for other ports.
named_for() {
  servers=" $(sed -n "/^upstream mypacer_${installation}_$1 /,/^}/s/.*server 127\.0\.0\.1:\([0-9]*\).*/\1/p" \
    "$upstream_file" | tr '\n' ' ')"
  case $1 in
    api) blue=$api_blue green=$api_green ;;
    web) blue=$web_blue green=$web_green ;;
  esac
  case $servers in
    *" $blue "*" $green "* | *" $green "*" $blue "*) echo both ;;
    *" $blue "*) echo blue ;;
    *" $green "*) echo green ;;
  esac
}
# The color that nginx names; nothing where API and site differ.
serving_color() {
  of_web=$(named_for web)
  [ "$of_web" != "$(named_for api)" ] || echo "$of_web"
}

# One line a service that runs: its name, and the tag and digest of its image.
running_services() {
  exec 9>&-
  ids=$(docker ps --filter "label=com.docker.compose.project=$project" \
    --filter label=com.docker.compose.oneoff=False --format '{{.ID}}') || return 1
  # Splitting the list is what is meant.
  # shellcheck disable=SC2086
  [ -z "$ids" ] || docker inspect \
    --format '{{index .Config.Labels "com.docker.compose.service"}} {{.Config.Image}}' $ids |
    sed -n "s|^\([a-z-]*\) ghcr\.io/$owner/mypacer_[a-z]*:|\1 |p"
}
see_services() { services=$(running_services) || fail 'docker does not answer; nothing was changed'; }
image_of() { echo "$services" | sed -n "s/^$1 //p"; }
# Whether something of a color runs, and whether all of it does.
runs() { echo "$services" | grep -qE "^($(services_of "$1" | tr ' ' '|')) "; }
runs_whole() {
  for service in $(services_of "$1"); do [ -n "$(image_of "$service")" ] || return 1; done
}
answers() { tries "http://127.0.0.1:$(web_port_of "$1")"; }

# One line for each thing in which nginx, the notes and the containers disagree.
disagreements() {
  see_services
  at=$(serving_color) noted=$(recorded live COLOR)
  [ -n "$noted$services" ] || [ -f "$releases/change" ] || return 0
  [ ! -f "$releases/change" ] || echo "'$(recorded change TAG)' was being brought live as $(recorded change COLOR) \
when its script ended ($(recorded change STEP))"
  case $at in
    '' | both) echo "$upstream_file does not name one color" ;;
    *)
      [ "$at" = "$noted" ] || echo "nginx names $at, releases/live says ${noted:-nothing}"
      for service in $(services_of "$at"); do
        name=$(variable_of "$service")
        case $(image_of "$service") in
          '') echo "nginx names $at, but $service does not run" ;;
          "$(recorded live "$name")") ;;
          *) [ "$at" != "$noted" ] || echo "$service runs $(image_of "$service"), releases/live says $(recorded live "$name")" ;;
        esac
      done
      for service in $(services_of "$(other_of "$at")"); do
        [ -z "$(image_of "$service")" ] || echo "$service runs, but nginx names $at"
      done
      ;;
  esac
  scraper=$(image_of scraper)
  [ -z "$scraper" ] || [ "$scraper" = "$(recorded live SCRAPER_IMAGE_TAG)" ] ||
    echo "the scraper runs $scraper, releases/live says $(recorded live SCRAPER_IMAGE_TAG)"
}
variable_of() { case $1 in api*) echo API_IMAGE_TAG ;; web*) echo WEB_IMAGE_TAG ;; esac; }
