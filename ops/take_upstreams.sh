#!/bin/sh
# Lets an account that is not root say which color of its own serves, and nothing else of nginx.
set -eu

usage() {
  cat <<'END_OF_USAGE'
Copies a file of upstreams to where nginx includes it, if it holds nothing but upstreams of one name on given ports
of this host, and has nginx check it; what nginx does not take is undone. Installed for root, and named in sudoers
with all of its arguments, it gives an account the switch between its colors without power over nginx.

Usage: ops/take_upstreams.sh NAME FROM TO PORT…

  NAME   of the installation: its upstreams are mypacer_NAME_api and mypacer_NAME_web
  FROM   the file that the account writes
  TO     the file that nginx includes
  PORT   the ports that may be named

Exit codes: 0 taken, 1 refused and nothing changed, 2 wrong use.
END_OF_USAGE
}

case ${1-} in -h | --help) usage; exit 0 ;; esac
[ $# -ge 4 ] || { usage >&2; exit 2; }
name=$1 from=$2 to=$3
shift 3
case "$name $*" in *[!a-z0-9\ ]*) usage >&2; exit 2 ;; esac
ports=$(echo "$*" | tr ' ' '|')
umask 022
# Read once: what is looked at is what is taken.
head -c 4096 "$from" >"$to.new"
trap 'rm -f "$to.new" "$to.before"' EXIT
if grep -vxE "# [A-Za-z0-9 ,:./_-]*|upstream mypacer_${name}_(api|web) \{|    server 127\.0\.0\.1:($ports);|    keepalive 32;|\}" \
  "$to.new" >/dev/null; then
  echo "take_upstreams: $from holds more than upstreams of $name on $*" >&2
  exit 1
fi
[ ! -f "$to" ] || cp -p "$to" "$to.before"
mv "$to.new" "$to"
# sudo hands no variables on: this one is for tests. A command with its arguments: splitting it is what is meant.
# shellcheck disable=SC2086
${NGINX_TEST:-/usr/sbin/nginx -t -q} && exit 0
if [ -f "$to.before" ]; then mv "$to.before" "$to"; else rm -f "$to"; fi
exit 1
