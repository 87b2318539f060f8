#!/bin/sh
# Tells which statements the database spends its time on.
set -eu

usage() {
  cat <<'END'
Tells which statements the database has spent its time on since it began to count, or what runs now. Statements
are shown as the server keeps them (pg_stat_statements): without values, so without names.

Usage: ops/slow_queries.sh [--staging] [--by total|mean|calls] [--limit COUNT]
       ops/slow_queries.sh [--staging] --running
       ops/slow_queries.sh [--staging] --reset
       ops/slow_queries.sh [--staging] --metrics

  --staging      the installation of .env.staging instead of .env
  --by ORDER     by the time of all calls (total), of one call (mean) or by their number (calls); total
  --limit COUNT  how many (15)
  --running      what runs or waits now, and for how long; without its text, which may hold values
  --reset        begin to count anew, for example after a release
  --metrics      write figures for Prometheus into METRICS_FOLDER; mypacer-figures.timer does it every minute

Exit codes: 0 done, 1 failed, 2 wrong use.
END
}

installation=prod do=list by=total limit=15
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --staging) installation=staging ;;
    --running | --reset | --metrics) do=${1#--} ;;
    --by) by=${2-}; shift ;;
    --limit) limit=${2-}; shift ;;
    *) usage >&2; exit 2 ;;
  esac
  [ $# = 0 ] || shift
done
case $by in total) order=total_exec_time ;; mean) order=mean_exec_time ;; calls) order=calls ;; *) usage >&2; exit 2 ;; esac
case $limit in '' | *[!0-9]*) usage >&2; exit 2 ;; esac
# shellcheck source=ops/installation.sh
. "$(dirname "$0")/installation.sh"
choose_installation "$installation"
need docker

# The server counts for all its databases; the view lies in the one that no dump holds.
ask() { query postgres --field-separator "$(printf '\t')" "$@"; }
counts() { ask --command 'select count(*) from pg_stat_statements' >/dev/null 2>&1; }
if ! counts; then
  ask --command 'select 1' >/dev/null || fail 'the database does not answer'
  ask --command 'create extension if not exists pg_stat_statements' >/dev/null 2>&1 || :
  counts ||
    fail 'the database does not count statements yet: ops/compose.sh restart db (a pause of some seconds) makes it begin'
fi

# Programs that copy everything take their time.
of_visitors="backend_type = 'client backend' and pid <> pg_backend_pid()
  and application_name !~* '^(pg_dump|pg_restore|pgbackrest)'"

case $do in
  reset)
    ask --command 'select pg_stat_statements_reset()' >/dev/null
    echo 'the count begins anew'
    ;;
  list)
    printf '%9s %6s %9s %9s %9s  %s\n' 'total s' share calls 'mean ms' 'max ms' statement
    ask --command "
      select to_char(total_exec_time / 1000, 'FM999990.0'),
        to_char(100 * total_exec_time / nullif(sum(total_exec_time) over (), 0), 'FM990.0') || '%',
        calls, to_char(mean_exec_time, 'FM999990.00'), to_char(max_exec_time, 'FM999990.00'),
        left(regexp_replace(query, '\\s+', ' ', 'g'), 160)
      from pg_stat_statements join pg_database on pg_database.oid = dbid
      where datname = '$database' and toplevel
      order by $order desc limit $limit" |
      awk -F '\t' '{ printf "%9s %6s %9s %9s %9s  %s\n", $1, $2, $3, $4, $5, $6 }'
    ;;
  running)
    printf '%7s %9s  %-20s %-22s %s\n' process seconds program state 'waits for'
    ask --command "
      select pid, to_char(extract(epoch from clock_timestamp() - coalesce(
          case when state = 'active' then query_start else xact_start end, query_start)), 'FM999990.0'),
        application_name, state, coalesce(wait_event_type || ': ' || wait_event, '')
      from pg_stat_activity
      where datname = '$database' and pid <> pg_backend_pid() and state <> 'idle'
      order by coalesce(xact_start, query_start)" |
      awk -F '\t' '{ printf "%7s %9s  %-20s %-22s %s\n", $1, $2, $3, $4, $5 }'
    ;;
  metrics)
    figures=$(ask --command "
      select
        coalesce(max(extract(epoch from clock_timestamp() - query_start)) filter (where state = 'active'), 0),
        coalesce(max(extract(epoch from clock_timestamp() - xact_start))
          filter (where state like 'idle in transaction%'), 0),
        count(*), current_setting('max_connections'),
        (select coalesce(sum(total_exec_time), 0) / 1000 from pg_stat_statements)
      from pg_stat_activity where $of_visitors") || fail 'the database does not answer'
    # Five numbers: splitting them is what is meant.
    # shellcheck disable=SC2086
    set -- $figures
    mkdir -p "$metrics"
    cat >"$metrics/database_$installation.part" <<END
# HELP mypacer_database_longest_statement_seconds For how long the oldest statement has run; copies are left out.
# TYPE mypacer_database_longest_statement_seconds gauge
mypacer_database_longest_statement_seconds{installation="$installation"} $1
# HELP mypacer_database_longest_idle_transaction_seconds For how long a transaction has been open in which nothing runs.
# TYPE mypacer_database_longest_idle_transaction_seconds gauge
mypacer_database_longest_idle_transaction_seconds{installation="$installation"} $2
# HELP mypacer_database_connections Connections of programs.
# TYPE mypacer_database_connections gauge
mypacer_database_connections{installation="$installation"} $3
# HELP mypacer_database_max_connections How many the server takes.
# TYPE mypacer_database_max_connections gauge
mypacer_database_max_connections{installation="$installation"} $4
# HELP mypacer_database_statement_seconds_total Time that statements took.
# TYPE mypacer_database_statement_seconds_total counter
mypacer_database_statement_seconds_total{installation="$installation"} $5
# HELP mypacer_database_read_seconds When these figures were read, Unix time.
# TYPE mypacer_database_read_seconds gauge
mypacer_database_read_seconds{installation="$installation"} $(date +%s)
END
    chmod 755 "$metrics"
    chmod 644 "$metrics/database_$installation.part"
    mv "$metrics/database_$installation.part" "$metrics/database_$installation.prom"
    ;;
esac
