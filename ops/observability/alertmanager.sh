#!/bin/sh
# Starts Alertmanager with receivers made from variables: the entrypoint of its container. What it is given is
# explained in .env.example; the file it writes holds secrets and is for its owner alone, in memory (tmpfs).
#
#   alertmanager.sh [ARGUMENT OF ALERTMANAGER …]
set -eu
umask 077
folder=${ALERTMANAGER_FOLDER:-/tmp/alertmanager}
texts=$(cd "$(dirname "$0")" && pwd)/alert_texts.tmpl

fail() {
  echo "alertmanager: $*" >&2
  exit 1
}
# A value as a string of YAML: in single quotes nothing but the quote itself means anything.
quoted() { printf "'%s'" "$(printf %s "$1" | sed "s/'/''/g")"; }
# A variable; the name of the variable and what a value may look like.
checked() {
  value=$(eval "printf %s \"\${$1-}\"")
  # The pattern is meant as one.
  # shellcheck disable=SC2254
  case $value in
    *[[:cntrl:]]*) fail "$1: a value of one line is accepted" ;;
    '' | $2) ;;
    *) fail "$1: accepted: $3" ;;
  esac
}

[ -z "${SMTP_PASSWORD_FILE-}" ] || SMTP_PASSWORD=$(cat "$SMTP_PASSWORD_FILE")
checked ALERT_MAIL_TO '*@*' 'addresses, separated by commas'
checked ALERT_MAIL_FROM '*@*' 'an address'
checked SMTP_HOST '*:[0-9]*' 'HOST:PORT'
checked SMTP_USER '*' 'a name'
checked SMTP_PASSWORD '*' 'a password'
checked ALERT_WEBHOOK_URL 'http*://*' 'an http(s) URL'
checked ALERT_HEARTBEAT_URL 'http*://*' 'an http(s) URL'
case ${SMTP_TLS:-required} in
  required) tls=true ;;
  no) tls=false ;;
  *) fail 'SMTP_TLS: accepted: required, no' ;;
esac
if [ -n "${ALERT_MAIL_TO-}" ]; then
  [ -n "${SMTP_HOST-}" ] || fail 'SMTP_HOST is missing: ALERT_MAIL_TO needs a server'
  [ -n "${ALERT_MAIL_FROM-}" ] || fail 'ALERT_MAIL_FROM is missing: ALERT_MAIL_TO needs a sender'
fi

# A receiver by mail and webhook, as far as they are set. What is over is told, but for events: a backup that failed
# is not mended because a day has passed.
receiver() {
  echo "  - name: $1"
  if [ -n "${ALERT_MAIL_TO-}" ]; then
    cat <<END
    email_configs:
      - to: $(quoted "$ALERT_MAIL_TO")
        send_resolved: $2
        headers: { Subject: '{{ template "mypacer.subject" . }}' }
        html: ''
        text: '{{ template "mypacer.text" . }}'
END
  fi
  if [ -n "${ALERT_WEBHOOK_URL-}" ]; then
    cat <<END
    webhook_configs:
      - url: $(quoted "$ALERT_WEBHOOK_URL")
        send_resolved: $2
END
  fi
}

mkdir -p "$folder"
{
  echo "templates: [$(quoted "$texts")]"
  if [ -n "${ALERT_MAIL_TO-}" ]; then
    cat <<END
global:
  smtp_smarthost: $(quoted "$SMTP_HOST")
  smtp_from: $(quoted "$ALERT_MAIL_FROM")
  smtp_require_tls: $tls
END
    if [ -n "${SMTP_USER-}" ]; then
      printf %s "${SMTP_PASSWORD-}" >"$folder/smtp_password"
      echo "  smtp_auth_username: $(quoted "$SMTP_USER")"
      echo "  smtp_auth_password_file: $(quoted "$folder/smtp_password")"
    fi
  fi
  cat <<'END'
# One message for all that begins within half a minute: a host that dies is one trouble, not ten.
route:
  receiver: operator
  group_by: [severity]
  group_wait: 30s
  group_interval: 5m
  repeat_interval: 24h
  routes:
    - matchers: [alertname = Watchdog]
      receiver: heartbeat
      group_wait: 0s
      group_interval: 1m
      repeat_interval: 2m
    # Asked for by hand: whoever asks is waiting.
    - matchers: [alertname = TestAlert]
      receiver: operator
      group_by: [alertname]
      group_wait: 0s
      group_interval: 1m
    - matchers: [alertname = UnitFailed]
      receiver: events
      group_by: [alertname, unit]
      group_wait: 0s
    - matchers: [severity = page]
      receiver: operator
      repeat_interval: 2h

# What follows from something worse is not told beside it.
inhibit_rules:
  - source_matchers: [alertname = SiteDown]
    target_matchers: ['alertname =~ "PagesSlow|ApiSlow|ApiErrors|UptimeBurning|UptimeMissed|SearchBySql"']
  - source_matchers: [alertname = UptimeBurning]
    target_matchers: [alertname = UptimeMissed]
  - source_matchers: [alertname = RemovalRequestLate]
    target_matchers: [alertname = RemovalRequestWaiting]

receivers:
END
  receiver operator true
  receiver events false
  echo '  - name: heartbeat'
  if [ -n "${ALERT_HEARTBEAT_URL-}" ]; then
    cat <<END
    webhook_configs:
      - url: $(quoted "$ALERT_HEARTBEAT_URL")
        send_resolved: false
END
  fi
} >"$folder/alertmanager.yml"
[ -n "${ALERT_MAIL_TO-}${ALERT_WEBHOOK_URL-}" ] ||
  echo 'alertmanager: alerts are shown but sent to nobody: ALERT_MAIL_TO and ALERT_WEBHOOK_URL are not set' >&2

exec "${ALERTMANAGER:-alertmanager}" --config.file="$folder/alertmanager.yml" "$@"
