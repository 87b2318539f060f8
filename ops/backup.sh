#!/bin/sh
# Backs up the database.
set -eu

usage() {
  cat <<'END'
Dumps the database with pg_dump in its custom format, checks that the dump can be read, keeps it for
BACKUP_KEEP_DAYS days (30) in BACKUP_FOLDER (./backups), and hands it to BACKUP_OFFSITE_COMMAND where one is set.

Usage: ops/backup.sh [--staging]

  --staging   the installation of .env.staging instead of .env

Writes FILE.dump and FILE.dump.sha256, readable by their owner alone: they hold personal data. The newest backup is
kept whatever its age. Prints the path of the dump. Exit codes: 0 done, 1 failed, 2 wrong use.
END
}

installation=prod
case ${1-} in
  -h | --help) usage; exit 0 ;;
  --staging) installation=staging ;;
  '') ;;
  *) usage >&2; exit 2 ;;
esac
# shellcheck source=ops/installation.sh
. "$(dirname "$0")/installation.sh"
choose_installation "$installation"
need docker sha256sum
# ops/deploy.sh holds the lock already.
[ -n "${LOCKED-}" ] || lock 1800

umask 077
{ mkdir -p "$backups" && [ -w "$backups" ]; } 2>/dev/null || fail "$backups cannot be written. A timer's backup may write \
below /srv/mypacer alone: for another folder, systemctl edit mypacer-backup, [Service], ReadWritePaths=$backups"
file=$backups/mypacer-$installation-$(date -u +%Y%m%dT%H%M%SZ).dump
began=$(date +%s)
# What a backup that was killed left behind.
find "$backups" -maxdepth 1 -type f -name "mypacer-$installation-*.part" -exec rm -f {} +
for each in "$backups/mypacer-$installation"-*.dump.sha256; do
  [ ! -f "$each" ] || [ -f "${each%.sha256}" ] || rm -f "$each"
done
log=$releases/last_backup.log
: >"$log"
clean_up() {
  # What ops/deploy.sh began, it ends itself.
  [ -n "${LOCKED-}" ] || end_children
  rm -f "$file.part"
  [ -f "$file" ] || rm -f "$file.sha256"
}
trap clean_up EXIT
trap 'exit 1' TERM HUP INT
trap '' PIPE
give_up() {
  tail -n 5 "$log" >&2 || :
  fail "$*"
}
dump() {
  in_database pg_dump --format=custom --compress=6 --no-owner --username "$backup_user" "$database" >"$file.part"
}
run dump || give_up 'pg_dump failed'
run_with "$file.part" in_database pg_restore --list || give_up 'the dump cannot be read'
(cd "$backups" && sha256sum "${file##*/}.part" | sed 's/\.part$//' >"${file##*/}.sha256")
mv "$file.part" "$file"

offsite=$(setting BACKUP_OFFSITE_COMMAND)
if [ -n "$offsite" ]; then
  for each in "$file" "$file.sha256"; do
    sh -c "$offsite" offsite "$each" >&2 || fail "$file is made, but the off-site command failed"
  done
fi

# Only files this script named; the one just made stays.
find "$backups" -maxdepth 1 -type f -name "mypacer-$installation-*.dump*" \
  -mtime "+$(setting BACKUP_KEEP_DAYS 30)" ! -name "${file##*/}*" -exec rm -f {} +

# For Prometheus, by the node exporter's textfile collector.
mkdir -p "$metrics"
cat >"$metrics/backup_$installation.part" <<END
# HELP mypacer_backup_last_success_seconds When a backup was made last, Unix time.
# TYPE mypacer_backup_last_success_seconds gauge
mypacer_backup_last_success_seconds{installation="$installation"} $(date +%s)
# HELP mypacer_backup_bytes Size of the last backup.
# TYPE mypacer_backup_bytes gauge
mypacer_backup_bytes{installation="$installation"} $(wc -c <"$file")
# HELP mypacer_backup_duration_seconds Time the last backup took.
# TYPE mypacer_backup_duration_seconds gauge
mypacer_backup_duration_seconds{installation="$installation"} $(($(date +%s) - began))
END
chmod 755 "$metrics"
chmod 644 "$metrics/backup_$installation.part"
mv "$metrics/backup_$installation.part" "$metrics/backup_$installation.prom"
remember "backup ${file##*/}"
echo "$file" || :
