#!/bin/sh
# The archive of the database's WAL, from which ops/restore_to.sh restores to any minute.
set -eu

usage() {
  cat <<'END'
Archives the database's WAL and base backups with pgBackRest, for ops/restore_to.sh; docs/POINT_IN_TIME.md.

Usage: ops/archive.sh start|backup|check|gaps|list

  start    build the database's image with pgBackRest, restart the database with it (seconds), make the
           repositories ready, try them, and make the first base backup; may be repeated, and is
           repeated after a change of the repositories, of PostgreSQL's version or of the whole database
  backup   a base backup in every repository, what is older than its retention goes; then check and gaps
  check    is what was written a minute ago archived, and is a base backup younger than a day?
  gaps     does any repository lack a WAL segment since its oldest base backup?
  list     base backups and WAL of each repository

check and gaps tell Prometheus, in METRICS_FOLDER. Exit codes: 0 all is well, 1 something failed, or lines that begin
with ! need a look, 2 wrong use.
END
}

case $#:${1-} in
  1:-h | 1:--help) usage; exit 0 ;;
  1:start | 1:backup | 1:check | 1:gaps | 1:list) work=$1 ;;
  *) usage >&2; exit 2 ;;
esac
# shellcheck source=ops/installation.sh
. "$(dirname "$0")/installation.sh"
choose_installation prod
need docker
[ "$point_in_time" != off ] || fail "$env_file does not say POINT_IN_TIME=local or offsite; docs/POINT_IN_TIME.md"

pgbackrest() { in_database pgbackrest "$@"; }
well=0
trouble() {
  echo "! $*"
  well=1
}
# Lines of metrics on standard input, whole or not at all.
tell_prometheus() {
  mkdir -p "$metrics"
  cat >"$metrics/$1.part"
  chmod 755 "$metrics"
  chmod 644 "$metrics/$1.part"
  mv "$metrics/$1.part" "$metrics/$1.prom"
}
# What pgBackRest knows, as a value of psql: number of each repository, when its newest base backup ended (Unix time,
# 0 = none), the first WAL segment of its oldest, and its folder of WAL.
repositories() {
  info=$(pgbackrest info --output=json) || return 1
  query postgres --field-separator ' ' --set "info=$info" <<'END'
    -- Of each repository the database that it has now: it may hold those before a restore, too.
    with repository as (
      select stanza.value as stanza, repo ->> 'key' as key, (
        select max((db ->> 'id')::int)
        from json_array_elements(stanza.value -> 'db') db
        where db ->> 'repo-key' = repo ->> 'key'
      ) as id
      from json_array_elements(:'info') stanza, json_array_elements(stanza.value -> 'repo') repo
    )
    select key,
      coalesce(max((backup #>> '{timestamp,stop}')::bigint), 0),
      coalesce(min(backup #>> '{archive,start}'), '-'),
      coalesce(max(wal ->> 'id'), '-')
    from repository
    left join json_array_elements(stanza -> 'backup') backup
      on backup #>> '{database,repo-key}' = key and (backup #>> '{database,id}')::int = id
    left join json_array_elements(stanza -> 'archive') wal
      on wal #>> '{database,repo-key}' = key and (wal #>> '{database,id}')::int = id
    group by 1
    order by 1
END
}

back_up() {
  known=$(repositories) || fail 'pgBackRest does not answer'
  [ -n "$known" ] || fail 'there is no repository: ops/archive.sh start'
  echo "$known" | while read -r repository _; do
    began=$(date +%s)
    pgbackrest --repo="$repository" --type=full backup </dev/null >&2 || {
      remember "base backup in repository $repository failed"
      fail "the base backup in repository $repository failed"
    }
    say "base backup in repository $repository: $(($(date +%s) - began)) s"
  done
  remember 'base backup'
}

check() {
  settings=$(query postgres --command "select current_setting('archive_mode') || ' ' || current_setting('archive_command')") ||
    fail 'the database does not answer'
  case $settings in
    on*pgbackrest*) ;;
    *) fail "the database archives nothing (archive_mode, archive_command: $settings): ops/archive.sh start" ;;
  esac
  # A segment is named by a file until it is archived. What was written since the last one waits for archive_timeout.
  facts=$(query postgres --field-separator ' ' <<'END'
    select extract(epoch from coalesce(last_archived_time, 'epoch'))::bigint, failed_count,
      waiting.segments, waiting.seconds
    from pg_stat_archiver, (
      select count(*) as segments,
        greatest(coalesce(extract(epoch from clock_timestamp() - min(modification)), 0), 0)::bigint as seconds
      from pg_ls_archive_statusdir()
      where name like '%.ready'
    ) waiting
END
  ) || fail 'the database does not tell its archiver'
  # Four words: splitting them is what is meant.
  # shellcheck disable=SC2086
  set -- $facts
  [ "$4" -le 60 ] || trouble "$3 WAL segments wait, the oldest since $4 s: see ops/compose.sh logs --tail 50 db"
  known=$(repositories) || known=''
  [ -n "$known" ] || trouble 'no repository answers'
  [ "$point_in_time" = local ] || [ "$(echo "$known" | wc -l)" -ge 2 ] ||
    trouble 'there is no off-site repository: ARCHIVE_SETTINGS_FOLDER, then ops/archive.sh start'
  now=$(date +%s)
  old=$(echo "$known" | while read -r repository ended _; do
    [ -z "$repository" ] || [ "$ended" -gt $((now - 26 * 3600)) ] || echo "$repository"
  done)
  [ -z "$old" ] || for repository in $old; do
    trouble "no base backup in repository $repository is younger than 26 hours: ops/archive.sh backup"
  done
  {
    cat <<END
# HELP mypacer_archive_checked_seconds When the archive was looked at last, Unix time.
# TYPE mypacer_archive_checked_seconds gauge
mypacer_archive_checked_seconds $now
# HELP mypacer_archive_last_wal_seconds When a WAL segment was archived last, Unix time.
# TYPE mypacer_archive_last_wal_seconds gauge
mypacer_archive_last_wal_seconds $1
# HELP mypacer_archive_failures_total Attempts to archive that failed.
# TYPE mypacer_archive_failures_total counter
mypacer_archive_failures_total $2
# HELP mypacer_archive_waiting_seconds Age of the oldest WAL segment that is not archived yet.
# TYPE mypacer_archive_waiting_seconds gauge
mypacer_archive_waiting_seconds $4
# HELP mypacer_archive_base_backup_seconds When the newest base backup ended, Unix time.
# TYPE mypacer_archive_base_backup_seconds gauge
END
    echo "$known" | while read -r repository ended _; do
      [ -z "$repository" ] || echo "mypacer_archive_base_backup_seconds{repository=\"$repository\"} $ended"
    done
  } | tell_prometheus archive_prod
  [ $well = 1 ] || echo "archived   WAL until $(date -u --date "@$1" +%Y-%m-%dT%H:%M:%SZ), $3 segments wait"
}

gaps() {
  known=$(repositories) || fail 'pgBackRest does not answer'
  lacking=$(echo "$known" | while read -r repository _ first folder; do
    [ "$folder" != - ] || continue
    {
      echo 'create temporary table segment (name text);'
      echo 'copy segment from stdin;'
      pgbackrest --repo="$repository" repo-ls --recurse --sort=asc "archive/mypacer/$folder" </dev/null |
        sed -n '/\.tmp$/d; s|.*/\([0-9A-F]\{24\}\)-.*|\1|p'
      echo '\.'
      # Segments of 16 MB: 256 to a file number. A new timeline begins within the segment in which the one before ended.
      cat <<END
      with numbered as (
        select name,
          ('x' || substr(name, 9, 8))::bit(32)::bigint * 256 + ('x' || substr(name, 17, 8))::bit(32)::bigint as number
        from (select distinct name from segment where name >= '$first') since
      ), following as (
        select *, lag(number) over (order by name) as before, lag(name) over (order by name) as name_before
        from numbered
      )
      select '$repository', name_before, name, number - before - 1
      from following
      where number > before + 1
      union all
      select '$repository', '$first', coalesce((select min(name) from numbered), 'nothing'), 1
      where '$first' is distinct from (select min(name) from numbered)
END
    } | query postgres --field-separator ' '
  done) || fail 'the segments of a repository cannot be listed'
  count=$(echo "$lacking" | awk 'NF { sum += $4 } END { print sum + 0 }')
  [ -z "$lacking" ] || {
    echo "$lacking" | sed 's/^\(.*\) \(.*\) \(.*\) \(.*\)/! repository \1 lacks \4 WAL segments between \2 and \3: no restore goes from before to after/'
    echo '  ops/archive.sh backup makes a base backup that needs none of them'
    well=1
  }
  tell_prometheus archive_gaps_prod <<END
# HELP mypacer_archive_missing_segments WAL segments that a repository lacks since its oldest base backup.
# TYPE mypacer_archive_missing_segments gauge
mypacer_archive_missing_segments $count
END
  [ $well = 1 ] || echo 'no WAL segment is missing'
}

case $work in
  start)
    compose build --pull db >&2 || fail 'the image cannot be built'
    compose up --detach --no-deps --wait db >&2 || fail 'the database does not start: ops/compose.sh logs db'
    # The example's password would be taken, and known to everybody. The container's shell expands this.
    # shellcheck disable=SC2016
    in_database sh -c '! grep -q -s "=change-me" "${PGBACKREST_CONFIG_INCLUDE_PATH:-/etc/pgbackrest/conf.d}"/*.conf' ||
      fail 'a file in ARCHIVE_SETTINGS_FOLDER still says change-me'
    # A repository of another database, before a restore or an upgrade, goes on with this one; one that is new is made.
    pgbackrest stanza-create >&2 || {
      say 'a repository is of another database than this one: it goes on with this one'
      pgbackrest stanza-upgrade >&2 || :
      pgbackrest stanza-create >&2 || fail 'the repositories cannot be made ready'
    }
    pgbackrest check >&2 || fail 'the WAL of this minute does not arrive in every repository'
    back_up
    check
    ;;
  backup) back_up; check; gaps ;;
  check) check ;;
  gaps) gaps ;;
  list) pgbackrest info ;;
esac
exit $well
