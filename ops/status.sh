#!/bin/sh
# Tells how an installation is.
set -eu

usage() {
  cat <<'END'
Tells what is live since when, whether nginx, the notes and the containers agree, whether it answers, what the
directory holds, which requests of people wait, whether alerts go out and WAL is archived, when the last crawl, backup
and change were, and how full the disk is.

Usage: ops/status.sh [--staging] [--mend]

  --staging   the installation of .env.staging instead of .env
  --mend      make nginx, notes and containers agree; nothing that serves is touched

A deploy, rollback or restore that was killed is taken back, or finished where visitors have the new state, without
--mend too: a half of one is never meant. Exit codes: 0 all is well, 1 something needs, or needed, a look (lines that
begin with !), 2 wrong use.
END
}

installation=prod mend=no
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --staging) installation=staging ;;
    --mend) mend=yes ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done
# shellcheck source=ops/installation.sh
. "$(dirname "$0")/installation.sh"
choose_installation "$installation"
need docker curl flock
# shellcheck source=ops/release_state.sh
. ops/release_state.sh
# shellcheck source=ops/images.sh
. ops/images.sh
# shellcheck source=ops/restore_state.sh
. ops/restore_state.sh

well=0
trouble() {
  echo "! $*"
  well=1
}
list_disagreements() { echo "$found" | while read -r line; do [ -z "$line" ] || echo "! $line"; done; }

[ -f "$upstream_file" ] || fail "$upstream_file is missing; ops/install.sh nginx, as root, installs it"
if ! (exec 9>>"$releases/lock" && flock -n 9); then
  echo "at work    another script is changing this installation: $(recorded change KIND) $(recorded change TAG) $(recorded change STEP)"
else
  if [ -f "$releases/restore" ]; then
    lock 0
    : >"$log"
    (settle_restore) || :
    trouble "a restore was not brought to an end"
  fi
  found=$(disagreements) || fail 'docker does not answer'
  if [ -n "$found" ]; then
    well=1
    list_disagreements
    if [ -f "$releases/change" ] || [ $mend = yes ]; then
      lock 0
      : >"$log"
      [ $mend = no ] || wake_up
      settle
      found=$(disagreements)
      if [ -z "$found" ]; then echo 'mended     nginx, notes and containers agree'; else list_disagreements; fi
    fi
    [ -z "$found" ] || echo '           ops/status.sh --mend makes them agree'
  fi
fi

closed=$(query postgres --command "select count(*) from pg_database where datname = '$database' and not datallowconn" 2>/dev/null) || closed=0
[ "$closed" = 0 ] || trouble 'the database takes no connections: ops/restore.sh --reopen'
# The law gives a month to answer people who want to be left out (GDPR, article 12.3); three days are the aim.
waiting=$(query "$database" --field-separator ' ' --command "
  select count(*), to_char(min(created_at), 'YYYY-MM-DD'), min(created_at) < now() - interval '3 days'
  from removal_request" 2>/dev/null) || waiting=''
case $waiting in
  '') ;;
  0\ *) echo 'requests   none waits' ;;
  *)
    oldest=${waiting#* }
    told="${waiting%% *} of people wait, the oldest since ${oldest% *}: docs/PRIVACY.md, \"When somebody writes\""
    if [ "${oldest#* }" = t ]; then trouble "requests $told"; else echo "requests   $told"; fi
    ;;
esac
if [ "$installation" = prod ]; then
  ways=''
  [ -z "$(setting ALERT_MAIL_TO)" ] || ways=' mail'
  [ -z "$(setting ALERT_WEBHOOK_URL)" ] || ways="$ways webhook"
  if [ -z "$ways" ]; then
    echo 'alerts     go to nobody: docs/RUNBOOK.md, "Setting it up"'
  elif curl --silent --fail --max-time 5 --output /dev/null \
    "http://127.0.0.1:$(setting ALERTMANAGER_PORT 9093)/-/ready"; then
    echo "alerts     go by$ways; ops/alert.sh --test tries them"
  else
    trouble "alerts would go by$ways, but Alertmanager does not answer"
  fi
  # Where this is not systemd's host nothing is listed.
  for unit in $(systemctl list-units --failed --plain --no-legend 'mypacer-*' 2>/dev/null | cut -d ' ' -f 1); do
    trouble "$unit has failed: journalctl --unit $unit"
  done
fi
if [ "$point_in_time" != off ]; then
  # It says what is wrong in lines of this form.
  archived=$(ops/archive.sh check 2>&1) || well=1
  echo "$archived" | sed 's/^archive\.sh: /! /'
fi
color=$(recorded live COLOR)
if [ -z "$color" ]; then
  trouble 'nothing is live; ops/deploy.sh TAG brings a release live'
  exit 1
fi
echo "live       $(recorded live TAG), $color, since $(recorded live SINCE)"
echo "before     $(recorded previous TAG)"
frozen=$(frozen_at API)
[ -z "$frozen" ] || echo "frozen     at $frozen by $env_file"
for each in "$releases"/failed/*.log; do
  [ ! -f "$each" ] || echo "failed     $each: remove it when you have read it"
done
# Says that an address answers, or what did not: ADDRESS, what it is in plain words, with its verb each.
look_at() {
  if missed=$(ops/smoke.sh "$1" 2>&1 >/dev/null); then
    echo "$2"
  else
    trouble "$3: ${missed#smoke: }"
  fi
}
look_at "http://127.0.0.1:$(web_port_of "$color")" 'containers answer' 'the containers do not answer'
url=$(setting SMOKE_URL "$(setting SITE_URL)")
look_at "$url" "$url answers" "$url does not answer"

facts=$(query "$database" --field-separator ' ' --command "
  select (select count(*) from athlete), (select count(*) from club),
    pg_size_pretty(pg_database_size(current_database())),
    coalesce(to_char(max(finished_at), 'YYYY-MM-DD\"T\"HH24:MI:SSZ'), 'never'),
    coalesce(max(finished_at) > now() - interval '8 days', false)
  from crawl_run where state = 'finished'" 2>/dev/null) || facts=''
if [ -n "$facts" ]; then
  # Five words: splitting them is what is meant.
  # shellcheck disable=SC2086
  set -- $facts
  echo "directory  $1 athletes, $2 clubs, $3 $4"
  echo "last crawl $5"
  [ "$installation" = staging ] || [ "$6" = t ] || trouble 'no crawl finished within 8 days'
else
  trouble 'the database does not answer'
fi

newest=$(find "$backups" -maxdepth 1 -name "mypacer-$installation-*.dump" 2>/dev/null | sort | tail -n 1)
echo "backup     ${newest:-none}"
if [ "$installation" = prod ]; then
  young=$(find "$backups" -maxdepth 1 -name "mypacer-$installation-*.dump" -mmin -1440 2>/dev/null) || :
  [ -n "$young" ] || trouble 'no backup is younger than 24 hours'
fi
full=$(df --output=pcent . | tail -n 1 | tr -dc 0-9)
echo "disk       $full % full"
[ "$full" -lt 85 ] || trouble 'the disk is nearly full'
[ ! -f "$releases/history.log" ] || tail -n 3 "$releases/history.log" | sed 's/^/history    /'
exit $well
