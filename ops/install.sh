#!/bin/sh
# Says what a host lacks to run MyPacer, and installs the files that belong outside this folder.
set -eu

usage() {
  cat <<'END'
Says what this host lacks to run production, or installs what belongs outside this folder. docs/INSTALLATION.md.

Usage: ops/install.sh --check
       ops/install.sh system|nginx

  --check   a line for each thing that must be there; those that begin with ! say how to get it. As root it sees all
            of it, as another account what that may see.
  system    as root: what the account `deploy` may do (sudoers), units and timers of systemd, updates that
            install themselves
  nginx     as root, once there is a certificate: nginx's files, which are then checked and taken. The file
            that names the live color is left as it is.

system and nginx may be repeated, and are after an update of this folder. Exit codes: 0 all is there, 1 something is
missing or failed, 2 wrong use.
END
}

case $#:${1-} in
  1:-h | 1:--help) usage; exit 0 ;;
  1:--check | 1:system | 1:nginx) work=${1#--} ;;
  *) usage >&2; exit 2 ;;
esac
cd "$(dirname "$0")/.."
here=$PWD
# Another root than this host's, for tests.
root=${INSTALL_ROOT-}
account=deploy
say() { echo "$*" >&2; }
fail() {
  say "install.sh: $*"
  exit 1
}

# The one list of nginx's files: where each stands in this folder and on the host.
nginx_files() {
  cat <<END
nginx/conf.d/mypacer.conf etc/nginx/conf.d/mypacer.conf
nginx/snippets/mypacer_server.conf etc/nginx/snippets/mypacer_server.conf
nginx/snippets/mypacer_listen_$(http2_of).conf etc/nginx/snippets/mypacer_listen.conf
nginx/pages/unavailable.html etc/nginx/mypacer/pages/unavailable.html
nginx/mypacer.conf etc/nginx/sites-available/mypacer.conf
END
  # Only where nginx has the module: it refuses the words otherwise.
  [ ! -e "$root/etc/nginx/modules-enabled/50-mod-http-brotli-filter.conf" ] ||
    echo 'nginx/conf.d/mypacer_brotli.conf etc/nginx/conf.d/mypacer_brotli.conf'
}
# 1.22 of Debian 12 knows one way to turn HTTP/2 on, 1.26 of Debian 13 another.
http2_of() {
  case $(nginx -v 2>&1) in *nginx/1.2[0-4].*) echo 1.22 ;; *) echo 1.26 ;; esac
}
sudoers() {
  echo "$account ALL=(root) NOPASSWD: /usr/sbin/nginx -t -q, /usr/bin/systemctl reload nginx"
}
updates() {
  cat <<'END'
// Written by ops/install.sh: Debian's security updates, and Docker's, install themselves every night.
APT::Periodic::Update-Package-Lists "1";
APT::Periodic::Unattended-Upgrade "1";
Unattended-Upgrade::Origins-Pattern { "origin=Docker"; };
END
}
units() { find "$here/ops/systemd" -type f -name 'mypacer-*' | sort; }
# What is on the host comes from elsewhere than /srv/mypacer in no case: the units name that folder.
same() { cmp -s "$1" "$root/$2"; }

install_system() {
  sudoers >"$root/etc/sudoers.d/mypacer.new"
  chmod 440 "$root/etc/sudoers.d/mypacer.new"
  visudo --check --quiet --file="$root/etc/sudoers.d/mypacer.new" || fail 'visudo does not take the line'
  mv "$root/etc/sudoers.d/mypacer.new" "$root/etc/sudoers.d/mypacer"
  updates >"$root/etc/apt/apt.conf.d/52mypacer"
  units | while read -r unit; do install --mode 644 "$unit" "$root/etc/systemd/system/"; done
  systemctl daemon-reload
  systemctl enable --now mypacer-backup.timer mypacer-restore-drill.timer mypacer-figures.timer
  if [ "$(point_in_time)" != off ]; then
    systemctl enable --now mypacer-archive-check.timer mypacer-base-backup.timer mypacer-point-in-time-drill.timer
  fi
  say 'sudoers, timers and updates are installed'
}
install_nginx() {
  [ -f "$root/etc/letsencrypt/live/mypacer.fr/fullchain.pem" ] || fail 'there is no certificate for mypacer.fr yet'
  install --directory "$root/etc/nginx/mypacer/pages" "$root/var/cache/nginx/mypacer" \
    "$root/var/cache/nginx/mypacer_pages"
  nginx_files | while read -r from to; do install --mode 644 "$here/$from" "$root/$to"; done
  upstream=$root/etc/nginx/mypacer/prod_upstreams.conf
  [ -f "$upstream" ] || install --mode 644 "$here/nginx/upstreams/prod_upstreams.conf" "$upstream"
  chown "$account:" "$root/etc/nginx/mypacer" "$upstream"
  ln --symbolic --force ../sites-available/mypacer.conf "$root/etc/nginx/sites-enabled/mypacer.conf"
  rm --force "$root/etc/nginx/sites-enabled/default"
  nginx -t -q || fail 'nginx does not take its configuration: what serves is what was loaded before'
  systemctl reload nginx
  say 'nginx serves with the files of this folder'
}

# --- What is there ----------------------------------------------------------------------------------------------

missing=0
well() { echo "ok  $*"; }
lack() {
  echo "!   $*"
  missing=$((missing + 1))
}
# Whether version $1 is at least $2.
at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort --version-sort | head -n 1)" = "$2" ]; }
written() { sed -n "s/^$1=//p" "$here/.env" 2>/dev/null | tail -n 1; }
point_in_time() {
  found=$(written POINT_IN_TIME)
  echo "${found:-off}"
}
# Whose logins count.
as_account() {
  if [ "$(id -un)" = "$account" ] || [ -n "$root" ]; then "$@"; else sudo -u "$account" "$@"; fi
}
may_see() { [ "$(id -u)" = 0 ] || [ -n "$root" ]; }

check_packages() {
  system=$(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' "$root/etc/os-release" 2>/dev/null) || system=''
  case $system in
    'Debian GNU/Linux 12'* | 'Debian GNU/Linux 13'*) well "$system" ;;
    *) lack "Debian 12 or 13 is what this was tried on, not ${system:-this}" ;;
  esac
  absent=''
  for package in ca-certificates certbot curl git nginx openssl sudo systemd-timesyncd ufw unattended-upgrades; do
    case $(dpkg-query --show --showformat '${db:Status-Status}' "$package" 2>/dev/null) in
      installed) ;;
      *) [ "$package" = systemd-timesyncd ] && command -v chronyc >/dev/null || absent="$absent $package" ;;
    esac
  done
  if [ -z "$absent" ]; then well 'packages'; else lack "packages: apt-get install --yes$absent"; fi
  version=$(docker version --format '{{.Server.Version}}' 2>/dev/null) || version=''
  if [ -z "$version" ]; then
    lack 'Docker does not answer: docs/INSTALLATION.md, "Docker"; systemctl status docker'
  elif at_least "$version" 24.0; then
    well "Docker $version"
  else
    lack "Docker $version is older than 24: apt-get install --yes docker-ce"
  fi
  version=$(docker compose version --short 2>/dev/null) || version=''
  version=${version#v}
  if [ -n "$version" ] && at_least "$version" 2.24; then
    well "Compose $version"
  else
    lack "Compose ${version:-is missing, and} must be 2.24 or newer: apt-get install --yes docker-compose-plugin"
  fi
}

check_account() {
  if ! id "$account" >/dev/null 2>&1; then
    lack "account $account: adduser --disabled-password --gecos '' $account"
    return
  fi
  case " $(id --name --groups "$account") " in
    *' docker '*) well "account $account is in the group docker" ;;
    *) lack "account $account: usermod --append --groups docker $account" ;;
  esac
  may_see || return 0
  case $(passwd --status "$account" 2>/dev/null | cut -d ' ' -f 2) in
    P) lack "account $account has a password: passwd --lock $account" ;;
    *) well "account $account has no password" ;;
  esac
  keys=$root/home/$account/.ssh/authorized_keys
  if [ ! -s "$keys" ]; then
    lack "deploy key: docs/INSTALLATION.md, \"The account that deploys\""
  elif grep -v '^#' "$keys" | grep -v '^$' | grep -q -v '^restrict,command="/srv/mypacer/ops/ssh_command.sh" '; then
    lack "deploy key: a line of $keys is not restricted to ops/ssh_command.sh"
  else
    well 'deploy key, restricted'
  fi
  sudoers >"$work_folder/sudoers"
  if same "$work_folder/sudoers" etc/sudoers.d/mypacer; then
    well 'sudoers'
  else
    lack 'sudoers: ops/install.sh system'
  fi
}

check_nginx() {
  other=''
  nginx_files >"$work_folder/files"
  while read -r from to; do same "$here/$from" "$to" || other="$other /$to"; done <"$work_folder/files"
  if [ -z "$other" ]; then
    well "nginx's files are those of this folder"
  else
    lack "nginx: missing or another than in this folder:$other: ops/install.sh nginx"
  fi
  if [ -L "$root/etc/nginx/sites-enabled/mypacer.conf" ] && [ ! -e "$root/etc/nginx/sites-enabled/default" ]; then
    well "nginx's site is on"
  else
    lack "nginx: the site is off, or Debian's own is still on: ops/install.sh nginx"
  fi
  upstream=etc/nginx/mypacer/prod_upstreams.conf
  if [ "$(stat --format %U "$root/$upstream" 2>/dev/null)" = "$account" ]; then
    well "$account may point nginx at a color"
  else
    lack "/$upstream is missing or not $account's: ops/install.sh nginx"
  fi
  ! may_see || if nginx -t -q 2>/dev/null; then well 'nginx takes its configuration'; else lack 'nginx -t says what is wrong'; fi
}

check_certificate() {
  certificate=$root/etc/letsencrypt/live/mypacer.fr/fullchain.pem
  may_see || return 0
  if [ ! -f "$certificate" ]; then
    lack 'certificate: docs/INSTALLATION.md, "Certificate"'
    return
  fi
  ends=$(openssl x509 -noout -enddate -in "$certificate" | cut -d = -f 2)
  if openssl x509 -noout -checkend $((21 * 86400)) -in "$certificate" >/dev/null; then
    well "certificate until $ends"
  else
    lack "certificate ends $ends and was not renewed: certbot renew --dry-run; systemctl status certbot.timer"
  fi
  names=$(openssl x509 -noout -ext subjectAltName -in "$certificate")
  for name in mypacer.fr www.mypacer.fr; do
    case "$names," in
      *"DNS:$name,"*) ;;
      *) lack "certificate does not name $name: certbot certonly as in docs/INSTALLATION.md, \"Certificate\"" ;;
    esac
  done
  grep -q -s 'reload nginx' "$root/etc/letsencrypt/renewal/mypacer.fr.conf" ||
    lack "nginx does not take a renewed certificate: in /etc/letsencrypt/renewal/mypacer.fr.conf, under [renewalparams]: renew_hook = systemctl reload nginx"
  check_timer certbot.timer
}

check_timer() {
  if systemctl is-enabled --quiet "$1" 2>/dev/null && systemctl is-active --quiet "$1" 2>/dev/null; then
    well "$1"
  else
    lack "$1: systemctl enable --now $1"
  fi
}

check_variables() {
  if [ ! -f "$here/.env" ]; then
    lack 'variables: install --mode 600 .env.example .env, then docs/INSTALLATION.md, "Variables and secrets"'
    return
  fi
  [ "$(stat --format %a "$here/.env")" = 600 ] || lack '.env can be read by others: chmod 600 .env'
  [ "$(stat --format %U "$here/.env")" = "$account" ] || lack ".env is not $account's: chown $account: .env"
  left=$(sed -n 's/^\([A-Z_]*\)=change-me.*/\1/p' "$here/.env" | paste -s -d ' ' -)
  [ -z "$left" ] || lack ".env still has the example's $left: ops/secrets.sh makes secrets, the rest is yours to say"
  secrets=$(written SECRETS_FOLDER)
  if [ -n "$secrets" ]; then
    case $(stat --format %a "$here/$secrets" 2>/dev/null || stat --format %a "$secrets" 2>/dev/null) in
      700) ;;
      *) lack "$secrets is missing or can be entered by others: ops/secrets.sh" ;;
    esac
  fi
  if [ -z "$(written SITE_PUBLISHER)" ] || [ -z "$(written SITE_CONTACT)" ] || [ -z "$(written SITE_HOSTING)" ]; then
    lack '.env does not say who runs the site (SITE_PUBLISHER, SITE_CONTACT, SITE_HOSTING): the law wants it'
  fi
  [ -n "$(written ALERT_MAIL_TO)$(written ALERT_WEBHOOK_URL)" ] ||
    lack '.env names nobody who is told of trouble (ALERT_MAIL_TO or ALERT_WEBHOOK_URL): docs/RUNBOOK.md'
  [ "$missing" != "$1" ] || well '.env'
  [ "$(point_in_time)" != off ] || echo "    note: POINT_IN_TIME is off: a lost machine costs up to a day (docs/POINT_IN_TIME.md)"
}

check_timers() {
  other=''
  for unit in $(units); do same "$unit" "etc/systemd/system/${unit##*/}" || other="$other ${unit##*/}"; done
  if [ -z "$other" ]; then well 'units of systemd'; else lack "units of systemd:$other: ops/install.sh system"; fi
  check_timer mypacer-backup.timer
  check_timer mypacer-restore-drill.timer
  check_timer mypacer-figures.timer
  [ "$(point_in_time)" = off ] || for timer in archive-check base-backup point-in-time-drill; do
    check_timer "mypacer-$timer.timer"
  done
}

check_host() {
  if may_see; then
    case $(ufw status 2>/dev/null) in
      'Status: active'*) well 'firewall' ;;
      *) lack 'firewall: docs/INSTALLATION.md, "Firewall"' ;;
    esac
  fi
  updates >"$work_folder/updates"
  if same "$work_folder/updates" etc/apt/apt.conf.d/52mypacer; then
    well 'security updates install themselves'
  else
    lack 'security updates: ops/install.sh system'
  fi
  memory=$(awk '/^MemTotal:/ { print int($2 / 1024) }' "${PROC_FOLDER:-/proc}/meminfo")
  # What is sold as 4 GB.
  if [ "$memory" -ge 3500 ]; then well "memory $memory MB"; else lack "memory $memory MB: about 4 GB is needed"; fi
  disk=$(df --output=size,avail --block-size=G "$here" | tail -n 1 | tr -d G)
  # Two numbers: splitting them is what is meant.
  # shellcheck disable=SC2086
  set -- $disk
  if [ "$1" -ge 20 ] && [ "$2" -ge 5 ]; then
    well "disk $1 GB, $2 GB free"
  else
    lack "disk $1 GB, $2 GB free: 20 GB are needed, and 5 GB free"
  fi
  if [ "$(timedatectl show --property NTPSynchronized --value 2>/dev/null)" = yes ]; then
    well 'the clock is set by the network'
  else
    lack 'the clock is not set by the network: timedatectl set-ntp true, then timedatectl'
  fi
}

check_images() {
  if [ "$(written VERIFY_ATTESTATIONS)" != false ]; then
    version=$(gh --version 2>/dev/null | sed -n 's/^gh version \([0-9.]*\).*/\1/p')
    if [ -z "$version" ] || ! at_least "$version" 2.49; then
      lack "GitHub's tool ${version:-is missing, and} must be 2.49 or newer: docs/INSTALLATION.md, \"GitHub's tool\""
    elif as_account gh auth status >/dev/null 2>&1; then
      well "GitHub's tool $version, logged in"
    else
      lack "GitHub's tool is not logged in: sudo -u $account gh auth login"
    fi
  fi
  owner=$(written GHCR_OWNER)
  tag=$(written API_IMAGE_TAG)
  if [ -z "$owner" ]; then return 0; fi
  image=ghcr.io/$owner/mypacer_api:${tag:-latest-prod}
  said=$(as_account docker manifest inspect "$image" 2>&1 >/dev/null </dev/null) && said=''
  case $said in
    '') well "the registry gives $image" ;;
    *denied* | *unauthorized*)
      lack "the registry refuses $image: private packages need docker login ghcr.io; see docs/INSTALLATION.md, \"Images\"" ;;
    *unknown* | *'not found'*) lack "$image does not exist yet: the first tag makes it" ;;
    *) lack "the registry does not give $image: $(echo "$said" | tail -n 1)" ;;
  esac
}

case $work in
  check)
    work_folder=$(mktemp -d)
    trap 'rm -rf "$work_folder"' EXIT
    check_packages
    check_host
    check_account
    check_variables "$missing"
    check_certificate
    check_nginx
    check_timers
    check_images
    may_see || echo '    note: as root this sees more'
    if [ "$missing" = 0 ]; then
      echo 'Nothing is missing.'
    else
      echo "$missing things are missing."
      exit 1
    fi
    ;;
  *)
    may_see || fail 'this is for root'
    id "$account" >/dev/null 2>&1 || fail "there is no account $account"
    "install_$work"
    ;;
esac
