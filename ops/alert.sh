#!/bin/sh
# Tells the operator that something failed, and tries whether alerts arrive.
set -eu

usage() {
  cat <<'END'
Usage: ops/alert.sh --test
       ops/alert.sh --unit UNIT

  --test       follows an alert from Prometheus to mail and webhook, and sends one of its own that says it is a test
  --unit UNIT  tells that a unit of systemd has failed; ops/systemd/mypacer-alert@.service runs it for each

Alertmanager sends it, to whom .env says (ALERT_MAIL_TO, ALERT_WEBHOOK_URL). Where it does not run, --unit sends the
mail and calls the webhook itself. Exit codes: 0 told, 1 not told, or not by all ways, 2 wrong use.
END
}

unit=''
case ${1-} in
  -h | --help) usage; exit 0 ;;
  --test) [ $# = 1 ] || { usage >&2; exit 2; } ;;
  --unit) [ $# = 2 ] || { usage >&2; exit 2; }; unit=$2 ;;
  *) usage >&2; exit 2 ;;
esac
# shellcheck source=ops/installation.sh
. "$(dirname "$0")/installation.sh"
choose_installation prod
need curl
case $unit in
  *[!A-Za-z0-9@:._-]*) misuse "--unit: the name of a unit is accepted, e.g. mypacer-backup.service" ;;
esac

alertmanager=http://127.0.0.1:$(setting ALERTMANAGER_PORT 9093)
prometheus=http://127.0.0.1:$(setting PROMETHEUS_PORT 9090)
runbook=https://github.com/cmoron/mypacer/blob/main/docs/RUNBOOK.md
mail_to=$(setting ALERT_MAIL_TO)
webhook=$(setting ALERT_WEBHOOK_URL)
host=$(hostname)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' TERM HUP INT

ask() { curl --silent --show-error --fail --max-time 15 "$@" 2>>"$work/errors"; }
last_error() { tail -n 1 "$work/errors" 2>/dev/null | sed 's/^curl: //'; }
# One alert as JSON: name, severity, summary, more labels. Host and units hold no sign that JSON would escape.
alert() {
  printf '{"labels":{"alertname":"%s","severity":"%s","host":"%s"%s},"annotations":{"summary":"%s","runbook":"%s"}' \
    "$1" "$2" "$host" "${4-}" "$3" "$runbook#$(echo "$1" | tr '[:upper:]' '[:lower:]')"
  printf ',"startsAt":"%s"%s}' "$(now)" "${ends:+,\"endsAt\":\"$ends\"}"
}
in_future() { date -u -d "+$1" +%Y-%m-%dT%H:%M:%SZ; }
hand_over() {
  ask --request POST --header 'content-type: application/json' --data "[$1]" --output /dev/null \
    "$alertmanager/api/v2/alerts"
}
# Secrets go by a file: what stands on a command line is seen by everybody on the host.
secret() { printf '%s = "%s"\n' "$1" "$(printf %s "$2" | sed 's/[\\"]/\\&/g')"; }

# What is sent without Alertmanager.
call_webhook() {
  secret url "$webhook" >"$work/webhook"
  printf '{"version":"4","status":"firing","receiver":"events","alerts":[%s]}' "$1" |
    ask --config "$work/webhook" --header 'content-type: application/json' --data @- --output /dev/null
}
send_mail() {
  server=$(setting SMTP_HOST)
  [ -n "$server" ] || { echo 'SMTP_HOST is missing' >>"$work/errors"; return 1; }
  tls=ssl-reqd scheme=smtp
  [ "$(setting SMTP_TLS required)" = required ] || tls=no-ssl-reqd
  [ "${server##*:}" != 465 ] || scheme=smtps
  {
    secret url "$scheme://$server"
    echo "$tls"
    secret mail-from "$(setting ALERT_MAIL_FROM)"
    echo "$mail_to" | tr ',' '\n' | while read -r each; do [ -z "$each" ] || secret mail-rcpt "$each"; done
    [ -z "$(setting SMTP_USER)" ] || secret user "$(setting SMTP_USER):$(secret_of smtp_password SMTP_PASSWORD)"
  } >"$work/mail"
  {
    echo "From: $(setting ALERT_MAIL_FROM)"
    echo "To: $mail_to"
    echo "Subject: [MyPacer] $1"
    echo "Date: $(LC_ALL=C date -R)"
    printf 'Content-Type: text/plain; charset=utf-8\n\n%s\n  What to do: %s\n' "$2" "$3"
    echo '  Alertmanager did not answer: this mail comes from ops/alert.sh.'
  } | sed 's/$/\r/' >"$work/text"
  ask --config "$work/mail" --upload-file "$work/text"
}

if [ -n "$unit" ]; then
  summary="$unit has failed on $host: journalctl --unit $unit"
  # Nobody tells when it is mended: it is shown for a day.
  ends=$(in_future 1day)
  told=$(alert UnitFailed page "$summary" ",\"unit\":\"$unit\"")
  if hand_over "$told"; then
    echo "alert: Alertmanager was told that $unit has failed"
    exit 0
  fi
  say "alert: Alertmanager does not answer: $(last_error)"
  sent=no failed=no
  if [ -n "$mail_to" ]; then
    if send_mail "$unit has failed on $host" "$summary" "$runbook#unitfailed"; then
      sent=yes
      echo 'alert: sent by mail'
    else
      failed=yes
      say "alert: the mail server did not take it: $(last_error)"
    fi
  fi
  if [ -n "$webhook" ]; then
    if call_webhook "$told"; then
      sent=yes
      echo 'alert: sent by webhook'
    else
      failed=yes
      say "alert: the webhook did not take it: $(last_error)"
    fi
  fi
  [ $sent = yes ] || fail "nobody was told that $unit has failed: set ALERT_MAIL_TO or ALERT_WEBHOOK_URL in $env_file"
  [ $failed = no ]
  exit
fi

well=0
trouble() {
  echo "! $*"
  well=1
}
# Attempts by a way (email, webhook) so far: of all, or of those that failed (_failed).
attempts() {
  ask "$alertmanager/metrics" |
    awk -v name="alertmanager_notification_requests$2_total{" -v way="integration=\"$1\"" \
      'index($0, name) == 1 && index($0, way) { sum += $NF } END { print sum + 0 }'
}

if ask "$prometheus/api/v1/alertmanagers" >"$work/answer" && grep -q '"activeAlertmanagers":\[{' "$work/answer"; then
  echo 'rules      Prometheus answers and knows Alertmanager'
else
  trouble "Prometheus does not answer at $prometheus, or knows no Alertmanager $(last_error)"
fi
if ! ask "$alertmanager/-/ready" >/dev/null; then
  trouble "Alertmanager does not answer: $(last_error)"
  exit $well
fi
if ask "$alertmanager/api/v2/alerts?filter=alertname%3DWatchdog" >"$work/answer" &&
  grep -q '"alertname":"Watchdog"' "$work/answer"; then
  echo "watchdog   Prometheus' alert that always fires is in Alertmanager"
else
  trouble "Prometheus' alert that always fires has not come to Alertmanager"
fi

ways=''
[ -z "$mail_to" ] || ways="$ways email"
[ -z "$webhook" ] || ways="$ways webhook"
[ -n "$ways" ] || trouble "nobody is told: set ALERT_MAIL_TO or ALERT_WEBHOOK_URL in $env_file"
for way in $ways; do
  attempts "$way" '' >"$work/$way"
  attempts "$way" _failed >"$work/$way.failed"
done
# One that was sent is not sent again: each test is an alert of its own.
ends=$(in_future 2min)
hand_over "$(alert TestAlert test "This is a test from $host: alerts arrive" ",\"test\":\"$(date +%s)\"")" ||
  { trouble "Alertmanager did not take the test: $(last_error)"; exit $well; }
echo 'test       Alertmanager took it; that it is over will be told in a few minutes'
for way in $ways; do
  # A heartbeat by webhook within these seconds would count as an attempt too.
  left=30
  until [ "$(attempts "$way" '')" -gt "$(cat "$work/$way")" ] || [ $left = 0 ]; do
    left=$((left - 1))
    sleep 1
  done
  if [ "$(attempts "$way" _failed)" -gt "$(cat "$work/$way.failed")" ]; then
    trouble "$way: it was refused; why: ops/compose.sh logs --tail 20 alertmanager"
  elif [ $left = 0 ]; then
    trouble "$way: nothing was sent within 30 seconds; why: ops/compose.sh logs --tail 20 alertmanager"
  else
    echo "sent       by $way"
  fi
done
exit $well
