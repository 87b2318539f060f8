#!/bin/sh
# Holds every image of others to the byte.
set -eu

usage() {
  cat <<'END'
Writes the digest of every image that is not ours behind its tag, NAME:TAG@sha256:…, in Dockerfiles, Compose files and
workflows, all at once: where one cannot be had nothing is written. An image that has a digest gets the one that its
tag names now. A digest is that of the list of platforms.

Usage: ops/pin_images.sh [--mirror HOST[:PORT]]
       ops/pin_images.sh --check

  --mirror HOST   ask a mirror of Docker Hub for its images in place of Docker Hub
  --check         tell which images have no digest, and ask nobody

Needs skopeo (Debian: apt-get install skopeo), or docker with buildx. Exit codes: 0 done, or all have one; 1 not; 2
wrong use.
END
}

mirror='' check=no
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    --check) check=yes ;;
    --mirror) [ $# -ge 2 ] || { usage >&2; exit 2; }; mirror=$2; shift ;;
    *) usage >&2; exit 2 ;;
  esac
  shift
done
cd "$(dirname "$0")/.."

files=$(find api scraper web ops .github docker-compose.*.yml -type f \
  \( -name Dockerfile -o -name '*.yml' \) ! -path '*/node_modules/*' ! -path '*/.output/*' | sort)
# Where an image is named: the syntax of a Dockerfile, the default of one of its arguments, a service, a variable.
# Ours (with a variable in the name) and what is built on the host (mypacer_…) have no digest before they are built.
# Splitting the list of files is what is meant.
# shellcheck disable=SC2086
named() {
  sed -nE 's/^# syntax=([^ $]+)$/\1/p
    s/^ARG [A-Z]+_IMAGE=([^ $]+)$/\1/p
    s/^FROM ([a-z][^ $]*[:@][^ $]*).*/\1/p
    s/^ *[A-Z]+_IMAGE: ([a-z][^ $]*)$/\1/p
    s/^ *image: ([a-z][^ $]*[:@][^ $]*)$/\1/p' $files | grep -v '^mypacer_' | sort -u
}

if [ $check = yes ]; then
  without=$(named | grep -vE '@sha256:[0-9a-f]{64}$') || { echo 'every image has a digest'; exit 0; }
  echo 'these have no digest; ops/pin_images.sh writes it:'
  echo "$without" | sed 's/^/  /'
  exit 1
fi

# The name with its registry, in full.
whole_name() {
  case $1 in
    docker.io/*) rest=${1#docker.io/} ;;
    *.*/* | *:*/*) echo "$1"; return ;;
    *) rest=$1 ;;
  esac
  case $rest in */*) ;; *) rest=library/$rest ;; esac
  echo "${mirror:-docker.io}/$rest"
}
digest_of() {
  if command -v skopeo >/dev/null; then
    plain=''
    case $1 in 127.0.0.1:* | localhost:*) plain=--tls-verify=false ;; esac
    # shellcheck disable=SC2086
    skopeo inspect --raw $plain "docker://$1" >"$work/manifest" || return 1
    echo "sha256:$(sha256sum "$work/manifest" | cut -d ' ' -f 1)"
  elif docker buildx version >/dev/null 2>&1; then
    docker buildx imagetools inspect "$1" --format '{{.Manifest.Digest}}'
  else
    echo 'pin_images: skopeo is missing; on Debian: apt-get install skopeo' >&2
    exit 1
  fi
}

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for image in $(named); do
  tagged=${image%@*}
  digest=$(digest_of "$(whole_name "$tagged")") || digest=''
  echo "$digest" | grep -qxE 'sha256:[0-9a-f]{64}' || {
    echo "pin_images: $tagged has no digest to be had; nothing was written" >&2
    exit 1
  }
  echo "$tagged@$digest"
  # The end of the line ends the name, so that no name is taken for a part of another.
  from=$(printf '%s' "$image" | sed 's/[.]/\\./g')
  printf 's|([ =])%s( .*)?$|\\1%s@%s\\2|\n' "$from" "$tagged" "$digest" >>"$work/changes"
done
for file in $files; do
  sed -E -f "$work/changes" "$file" >"$work/changed"
  cmp -s "$work/changed" "$file" || cat "$work/changed" >"$file"
done
