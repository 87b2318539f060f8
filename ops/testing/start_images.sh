#!/bin/sh
# Starts the root file systems of the three images as an engine would: read-only, as uid 1993, without
# capabilities, in a network of its own with nothing but loopback. Called by ops/test-images.sh through
# `unshare --net --mount --pid --fork --kill-child`.
#
#   start_images.sh DENO WORK_FOLDER        WORK_FOLDER holds api/ scraper/ web/ (roots) and *.config
set -eu
deno=$1 work=$2
port_of() { case $1 in api) echo 8000 ;; scraper) echo 8070 ;; web) echo 8080 ;; esac; }

ip link set lo up
printf '127.0.0.1 localhost db api\n' >"$work/hosts"

rm -rf "$work/postgres" "$work/database.url"
"$deno" run --quiet -A ops/testing/serve_database.ts "$work/postgres" 5432 >"$work/database.url" &
database=$!
tries=0
until [ -s "$work/database.url" ]; do
  tries=$((tries + 1))
  [ $tries -le 300 ] || { echo "the database did not start" >&2; exit 1; }
  sleep 0.2
done
url=$(sed 's/@[^/]*\//@db:5432\//' "$work/database.url")

# Prepares the root of an image: read-only but for /tmp, as `read_only` and `tmpfs` make it.
prepare() {
  mount --bind "$work/$1" "$work/$1"
  mount -o remount,ro,bind "$work/$1"
  mount -t tmpfs -o noexec,nosuid,nodev tmpfs "$work/$1/tmp"
  for folder in index pages; do
    [ ! -d "$work/$1/$folder" ] || mount -t tmpfs -o uid=1993,gid=1993 tmpfs "$work/$1/$folder"
  done
  mount -t proc proc "$work/$1/proc"
  mount --rbind /dev "$work/$1/dev"
  mount --bind "$work/hosts" "$work/$1/etc/hosts"
}

# Becomes a command inside an image. An image's own variables come first, those of a container after them.
inside() {
  image=$1
  shift
  while IFS= read -r line; do set -- "$line" "$@"; done <"$work/$image.env"
  exec chroot "$work/$image" /usr/bin/setpriv --reuid 1993 --regid 1993 --clear-groups \
    --no-new-privs --inh-caps=-all --bounding-set=-all env -i --chdir=/app "$@"
}

# Runs a command with the lines of a file as its last arguments.
with_words() {
  file=$1
  shift
  while IFS= read -r word; do set -- "$@" "$word"; done <"$file"
  "$@"
}

start() {
  image=$1
  shift
  cat "$work/$image.entrypoint" "$work/$image.command" >"$work/$image.words"
  with_words "$work/$image.words" inside "$image" "$@" >"$work/$image.log" 2>&1 &
  echo $! >"$work/$image.pid"
}

# Waits until the image's own health check agrees.
await_healthy() {
  tries=0
  until (with_words "$work/$1.health" inside "$1") >"$work/$1.health.log" 2>&1; do
    tries=$((tries + 1))
    if [ $tries -gt 60 ]; then
      echo "$1 did not become healthy:" >&2
      cat "$work/$1.log" "$work/$1.health.log" >&2
      exit 1
    fi
    sleep 0.5
  done
}

for image in api scraper web; do prepare "$image"; done

cp "$work/api.entrypoint" "$work/migrate.words"
echo shared/database/migrate_cli.ts >>"$work/migrate.words"
(with_words "$work/migrate.words" inside api "DATABASE_URL=$url") >"$work/migrate.log" 2>&1 ||
  { cat "$work/migrate.log" >&2; exit 1; }
echo "migrate: $(grep -c '"level":"info"' "$work/migrate.log") line of log, exit code 0"

start api "DATABASE_URL=$url" FEDERATION_CONTACT=nobody@example.org
start scraper "DATABASE_URL=$url" FEDERATION_CONTACT=nobody@example.org CRAWL_SCHEDULE=
start web SITE_URL=https://mypacer.example
for image in api scraper web; do
  await_healthy "$image"
  owner=$(stat -c %u "/proc/$(cat "$work/$image.pid")")
  if [ "$owner" != 1993 ]; then echo "$image runs as uid $owner" >&2; exit 1; fi
  if (inside "$image" /usr/bin/touch /app/written) 2>"$work/touch.log"; then
    echo "$image can write into its root" >&2
    exit 1
  fi
  if grep -E 'NotCapable|Requires [a-z]+ access' "$work/$image.log" >&2; then exit 1; fi
  echo "$image: healthy on port $(port_of $image) as uid 1993, root read-only"
done
"$deno" eval '
  const page = await fetch("http://127.0.0.1:8080/").then((answer) => answer.text());
  const table = await fetch("http://127.0.0.1:8080/api/pace-table?slowest=300&fastest=240&step=10");
  if (!page.includes("<table") || !table.ok) Deno.exit(1);
' || { echo "the site does not answer through the images" >&2; cat "$work/web.log" >&2; exit 1; }
echo "site: page and /api answered through the images"
for image in api scraper web; do
  kill -TERM "$(cat "$work/$image.pid")"
  wait "$(cat "$work/$image.pid")" || { echo "$image did not stop cleanly" >&2; exit 1; }
done
echo "stopped: all three with exit code 0 on SIGTERM"
kill -TERM $database
wait $database
