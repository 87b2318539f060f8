# shellcheck shell=sh
# What is set in ops/installation.sh is used here.
# shellcheck disable=SC2154
# A restore that is under way, and how one that ended early is taken back or finished. Read by ops/restore.sh,
# ops/deploy.sh and ops/status.sh after ops/installation.sh.
#
# `releases/restore` is written before anything is done and goes when all is done: STEP, the dump, the fresh database,
# the name that the database before gets, whether that one was lost, whether this is a drill.
#
#   step       the fresh database is   when the script ends here
#   filling    being filled            back: it is dropped
#   swapping   ready, or live          back, and the database that serves is opened; or forward where it was swapped
#   following  live                    forward: who objected or asked since is taken over, the scraper is started
#   dropping   not wanted              back
#
# Which of the two databases serves is read from PostgreSQL: the swap renames both in one transaction.

# Of a swap; a script that was killed may have left it running.
swap_name='mypacer restore'

ask() { query postgres --command "$1"; }
exists() { [ "$(ask "select count(*) from pg_database where datname = '$1'")" = 1 ]; }
# What a swap that was ended midway leaves closed.
open_database() {
  [ "$(ask "select count(*) from pg_database where datname = '$1' and not datallowconn")" = 0 ] ||
    run ask "alter database \"$1\" allow_connections true"
}
drop_database() { run in_database dropdb --if-exists --force --username "$database_user" "$1"; }
# Staging's scraper runs by hand only.
scraper() { [ "$installation" = staging ] || run compose "$1" scraper; }

# What must survive every restore: who objected, and who waits for an answer.
lists='opposition removal_request'
# Reads them from a database into files.
read_lists() {
  requests=$(query "$1" --command "select count(*) from migration where name like '%_removal_requests.sql'") || return 1
  for list in $lists; do
    : >"$work/$list"
    [ "$list" = opposition ] || [ "$requests" = 1 ] || continue
    query "$1" --command "copy $list to stdout" >"$work/$list" || return 1
  done
}
# Writes them into a database: in place of those there, or beside them.
write_lists() {
  for list in $lists; do
    {
      echo 'begin;'
      [ "$2" = beside ] || echo "delete from $list;"
      echo "create temporary table living (like $list) on commit drop;"
      echo 'copy living from stdin;'
      cat "$work/$list"
      echo '\.'
      echo "insert into $list select * from living on conflict do nothing;"
      echo 'commit;'
    } | query "$1" || return 1
  done
}
# Removes the rows of people who objected: the backup holds them.
purge() {
  compose run --rm --no-deps -T -e "POSTGRES_DB=$1" scraper shared/database/opposition_cli.ts purge
}

write_restore() {
  write_record restore "STEP=$1" "FILE=$file" "FRESH=$fresh" "BEFORE=$before" "LOST=$lost" "CHECK=$check" "SINCE=$(now)"
}
reach_restore() {
  sed "s/^STEP=.*/STEP=$1/" "$releases/restore" >"$releases/restore.new" || fail "$releases/restore cannot be written"
  put_record restore
}

# Takes the fresh database away again; what served is open.
take_back() {
  open_database "$database" || return 1
  [ "$(recorded restore STEP)" != swapping ] || scraper start || say 'the scraper does not start: look at its log'
  reach_restore dropping
  drop_database "$fresh" || return 1
  rm -f "$releases/restore"
}

# After the swap: what came while the restore went on, and what it stopped. Begun again it does what is left to do.
follow() {
  reach_restore following
  if exists "$before"; then
    open_database "$before" || return 1
    if [ "$lost" = no ]; then
      run read_lists "$before" && run write_lists "$database" beside && run purge "$database" || return 1
    fi
  fi
  scraper start || say 'the scraper does not start: look at its log'
  # The API makes its search index anew.
  run query "$database" --command 'notify directory_changed' || return 1
  remember "restore ${file##*/} is live; before: $before"
  rm -f "$releases/restore"
}

# Ends a restore wherever it stands; `concluded` says how. Exit code 1: the database does not let it; try again later.
conclude_restore() {
  file=$(recorded restore FILE) fresh=$(recorded restore FRESH) before=$(recorded restore BEFORE)
  lost=$(recorded restore LOST)
  end_swap || return 1
  case $(recorded restore STEP) in
    swapping | following)
      if exists "$database" && ! exists "$fresh"; then
        follow || return 1
        concluded="${file##*/} is live"
        return 0
      fi
      ;;
  esac
  take_back || return 1
  remember "restore ${file##*/} was ended early and taken back"
  concluded='taken back: the database is as it was'
}
# A swap goes on in the server when only its client was killed.
end_swap() {
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    left=$(ask "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = '$swap_name'") ||
      return 1
    [ "$left" != 0 ] || return 0
    sleep 0.2
  done
  return 1
}

# What ops/restore.sh, ops/deploy.sh and ops/status.sh do first, under the lock.
settle_restore() {
  [ -f "$releases/restore" ] || return 0
  say "a restore was not brought to an end ($(recorded restore STEP))"
  work=$(mktemp -d)
  code=0
  conclude_restore || code=1
  rm -rf "$work"
  [ $code = 0 ] || fail "what is left of it cannot be ended while the database does not answer: ops/restore.sh --reopen later"
  say "$concluded"
}
