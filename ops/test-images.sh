#!/bin/sh
# Builds the three images and proves what docs/PRODUCTION.md says of them.
set -eu

usage() {
  cat <<'END'
Builds the images of api, scraper and web, and proves: their size above the base, that no test, simulator,
embedded server or secret is inside, that they start as their non-root user over a read-only root, pass
their own health checks, answer, and stop cleanly.

Usage: ops/test-images.sh [--base IMAGE] [--keep]

  --base IMAGE   the Deno image to build upon; default with docker: the one the Dockerfiles name.
                 Without docker, buildah builds upon a stand-in: Debian with this machine's deno
  --keep         leave the built images and the working folder (.data/images) behind

Needs docker; or, as root, buildah, mmdebstrap, unshare and ip (Debian: apt-get install buildah mmdebstrap
iproute2) and deno; STORAGE_DRIVER=vfs where overlay file systems cannot be stacked. Exit codes: 0 all proven, 1 something is not as it must be, 2 wrong use or a tool is missing.
END
}

base='' keep=no
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --base) [ $# -ge 2 ] || { usage >&2; exit 2; }; base=$2; shift ;;
    --keep) keep=yes ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done

cd "$(dirname "$0")/.."
work=$PWD/.data/images
limit_of() { case $1 in web) echo 5000000 ;; *) echo 15000000 ;; esac; }
fail() { echo "test-images: $*" >&2; exit 1; }
need() {
  for tool in "$@"; do
    command -v "$tool" >/dev/null || {
      echo "test-images: $tool is missing; see --help for what to install" >&2
      exit 2
    }
  done
}

# Built files that must not be there, and the size above the base; LIST is a file of paths.
check_content() {
  if grep -E '(_test\.tsx?|/test_[a-z_]*\.ts|/testdata/|/testing/|simulator|embedded|\.env(\.|$)|\.pem$|\.git/)' "$2" >&2; then
    fail "$1 holds what must not be inside"
  fi
}
check_size() {
  above=$(($2 - $3))
  echo "$1: $above bytes above the base, at most $(limit_of "$1")"
  [ "$above" -le "$(limit_of "$1")" ] || fail "$1 is too large"
}

with_docker() {
  base=${base:-$(sed -n 's/^ARG DENO_IMAGE=//p' api/Dockerfile)}
  docker pull --quiet "$base" >/dev/null
  bare=$(docker image inspect --format '{{.Size}}' "$base")
  for image in api scraper web; do
    docker build --quiet --build-arg "DENO_IMAGE=$base" --tag "mypacer_$image:test" \
      --file "$image/Dockerfile" . >/dev/null
    check_size "$image" "$(docker image inspect --format '{{.Size}}' "mypacer_$image:test")" "$bare"
    made=$(docker create "mypacer_$image:test")
    docker export "$made" | tar -t | grep -E '^(app|packages)/' >"$work/$image.files"
    docker rm "$made" >/dev/null
    check_content "$image" "$work/$image.files"
    user=$(docker image inspect --format '{{.Config.User}}' "mypacer_$image:test")
    [ "$user" = 1993:1993 ] || fail "$image runs as $user"
  done
  docker network create mypacer_test >/dev/null
  trap 'docker rm --force mypacer_test_db mypacer_test_api mypacer_test_scraper mypacer_test_web >/dev/null 2>&1
    docker network rm mypacer_test >/dev/null' EXIT
  docker run --detach --name mypacer_test_db --network mypacer_test --network-alias db \
    --env POSTGRES_USER=mypacer --env POSTGRES_DB=mypacer --env POSTGRES_PASSWORD=test \
    "$(sed -n 's/^ *image: \(postgres:.*\)$/\1/p' docker-compose.prod.yml)" >/dev/null
  until docker exec mypacer_test_db pg_isready --quiet --host 127.0.0.1; do sleep 1; done
  hardened="--network mypacer_test --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges
    --env POSTGRES_PASSWORD=test --env FEDERATION_CONTACT=nobody@example.org --env CRAWL_SCHEDULE="
  # Word splitting is what turns the list into options.
  # shellcheck disable=SC2086
  docker run --rm $hardened mypacer_api:test shared/database/migrate_cli.ts
  for image in api scraper web; do
    # shellcheck disable=SC2086
    docker run --detach --name "mypacer_test_$image" --network-alias "$image" $hardened \
      "mypacer_$image:test" >/dev/null
  done
  for image in api scraper web; do
    tries=0
    until [ "$(docker inspect --format '{{.State.Health.Status}}' "mypacer_test_$image")" = healthy ]; do
      tries=$((tries + 1))
      [ $tries -le 60 ] || { docker logs "mypacer_test_$image" >&2; fail "$image is not healthy"; }
      sleep 1
    done
    echo "$image: healthy as uid 1993, root read-only"
    docker stop --timeout 15 "mypacer_test_$image" >/dev/null
    code=$(docker inspect --format '{{.State.ExitCode}}' "mypacer_test_$image")
    [ "$code" = 0 ] || fail "$image stopped with code $code"
  done
}

# A stand-in for the official image where its registry cannot be reached: the same layout, user and command.
make_base() {
  base=localhost/deno-stand-in:latest
  mkdir -p "$work/stand-in"
  cp "$(deno eval 'console.log(Deno.execPath())')" "$work/stand-in/deno"
  [ -s "$work/stand-in/root.tar" ] ||
    mmdebstrap --quiet --variant=minbase --include=ca-certificates bookworm "$work/stand-in/root.tar"
  # The certificates that this machine trusts: its registry may be a mirror.
  cp -L /etc/ssl/certs/ca-certificates.crt "$work/stand-in/ca.crt"
  cat >"$work/stand-in/Dockerfile" <<'END'
FROM scratch
ADD root.tar /
COPY deno /usr/bin/deno
COPY ca.crt /etc/ssl/certs/ca-certificates.crt
RUN useradd --uid 1993 --user-group deno
ENV NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
END
  buildah_bud --tag "$base" "$work/stand-in"
}

buildah_() {
  command=$1
  shift
  buildah --root "$work/storage" --runroot "$work/run" "$command" "$@"
}
buildah_bud() {
  buildah_ bud --signature-policy "$work/policy.json" --pull=never --network=host --quiet "$@" >"$work/build.log" 2>&1 ||
    { cat "$work/build.log" >&2; exit 1; }
}
config_of() { buildah_ inspect --type image --format "$2" "$1"; }

with_buildah() {
  need buildah mmdebstrap unshare setpriv ip deno
  [ "$(id -u)" = 0 ] || { echo "test-images: buildah and unshare need root" >&2; exit 2; }
  export BUILDAH_ISOLATION=chroot BUILDAH_FORMAT=docker STORAGE_DRIVER="${STORAGE_DRIVER:-overlay}"
  echo '{"default":[{"type":"insecureAcceptAnything"}]}' >"$work/policy.json"
  [ -n "$base" ] || make_base
  npmrc=
  [ ! -f "$HOME/.npmrc" ] || npmrc="--volume $HOME/.npmrc:/root/.npmrc:ro"
  bare=$(root_of "$base" base)
  for image in api scraper web; do
    # shellcheck disable=SC2086
    buildah_bud $npmrc --build-arg "DENO_IMAGE=$base" --tag "localhost/mypacer_$image:test" \
      --file "$image/Dockerfile" .
    check_size "$image" "$(root_of "localhost/mypacer_$image:test" "$image")" "$bare"
    {
      find "$work/$image/app" -type f
      [ ! -d "$work/$image/packages" ] || find "$work/$image/packages" -type f
    } >"$work/$image.files"
    check_content "$image" "$work/$image.files"
    read_config "$image"
  done
  unshare --net --mount --pid --fork --kill-child --mount-proc \
    sh ops/testing/start_images.sh "$(command -v deno)" "$work"
}

# Mounts an image at work/NAME and tells how many bytes its files are.
root_of() {
  made=$(buildah_ from --signature-policy "$work/policy.json" --pull=never "$1")
  rm -rf "${work:?}/$2"
  ln -s "$(buildah_ mount "$made")" "$work/$2"
  echo "$made" >>"$work/containers"
  du --summarize --apparent-size --block-size=1 "$work/$2/" | cut -f1
}

# Writes what the image says of itself to files of one word a line.
read_config() {
  of=localhost/mypacer_$1:test
  [ "$(config_of "$of" '{{.OCIv1.Config.User}}')" = 1993:1993 ] || fail "$1 does not run as 1993"
  config_of "$of" '{{range .OCIv1.Config.Env}}{{println .}}{{end}}' | grep . >"$work/$1.env"
  config_of "$of" '{{range .OCIv1.Config.Entrypoint}}{{println .}}{{end}}' | grep . >"$work/$1.entrypoint"
  config_of "$of" '{{range .OCIv1.Config.Cmd}}{{println .}}{{end}}' | grep . >"$work/$1.command"
  config_of "$of" '{{range .Docker.Config.Healthcheck.Test}}{{println .}}{{end}}' | grep . |
    sed 1d >"$work/$1.health"
  [ -s "$work/$1.health" ] || fail "$1 has no health check"
  # The names are the template's, not the shell's.
  # shellcheck disable=SC2016
  config_of "$of" '{{range $name, $value := .OCIv1.Config.Labels}}{{println $name}}{{end}}' >"$work/$1.labels"
  for label in title description licenses version revision source; do
    grep -q "^org.opencontainers.image.$label$" "$work/$1.labels" || fail "$1 has no label $label"
  done
}

remove_work() {
  [ "$keep" = yes ] && return
  while read -r made; do buildah_ rm "$made" >/dev/null 2>&1 || :; done <"$work/containers"
  for image in api scraper web; do buildah_ rmi "localhost/mypacer_$image:test" >/dev/null 2>&1 || :; done
  for name in api scraper web base; do [ ! -L "$work/$name" ] || rm "$work/$name"; done
}

mkdir -p "$work"
: >"$work/containers"
if docker info >/dev/null 2>&1; then
  with_docker
else
  trap remove_work EXIT
  with_buildah
fi
echo "images: all proven"
