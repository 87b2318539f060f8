# shellcheck shell=sh
# What is set in ops/installation.sh is used here, what is set here in ops/deploy.sh.
# shellcheck disable=SC2154,SC2034
# Finds the images that a tag names, on this host or in the registry. Read by ops/deploy.sh after ops/release_state.sh.

name_of() { echo "ghcr.io/$owner/mypacer_$1"; }

# Every way in which a release may have been published: the seed's v1.2.3-prod and 1.2.3-prod are one release, and
# a commit is published by its first seven digits.
forms_of() {
  case $1 in
    v[0-9]*.[0-9]*.[0-9]*-*) echo "$1 ${1#v}" ;;
    [0-9]*.[0-9]*.[0-9]*-*) echo "$1 v$1" ;;
    v[0-9]*.[0-9]*.[0-9]*) echo "${1#v}-$installation $1-$installation" ;;
    [0-9]*.[0-9]*.[0-9]*) echo "$1-$installation v$1-$installation" ;;
    sha-*) echo "$1 $(echo "$1" | cut -c 1-11)" ;;
    *) if is_commit "$1"; then echo "$1" | sed 's/^\(.\{7\}\).*/sha-\1/'; else echo "$1"; fi ;;
  esac
}
is_commit() { echo "$1" | grep -qxE '[0-9a-f]{7,40}'; }
# Tags that the next release moves; the others name one release for good.
moves() { case $1 in latest | latest-*) ;; *) echo "$1" | grep -qxE '[0-9]+(\.[0-9]+)?' ;; esac; }

# The digest of an image that is on this host. REFERENCE is :TAG or @DIGEST.
digest_of() {
  exec 9>&-
  docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' "$(name_of "$1")$2" 2>/dev/null |
    sed -n "s|^$(name_of "$1")@||p" | head -n 1
}

# Where VERIFY_ATTESTATIONS is true, an image is used only once it is proven that the workflow of the repository made it;
# by digest, so that this is asked once.
attest() {
  case $(setting VERIFY_ATTESTATIONS false) in
    true) ;;
    false) return 0 ;;
    *) give_up "VERIFY_ATTESTATIONS in $env_file is neither true nor false" ;;
  esac
  ! grep -qxF "$1 $2" "$releases/attested" 2>/dev/null || return 0
  command -v gh >/dev/null || give_up 'gh is missing, which verifies attestations: docs/INSTALLATION.md; \
VERIFY_ATTESTATIONS=false in .env goes without'
  repository=$(setting ATTESTATION_REPOSITORY "$owner/mypacer")
  run gh attestation verify "oci://$(name_of "$1")@$2" --repo "$repository" \
    --signer-workflow "$repository/.github/workflows/images.yml" ||
    give_up "mypacer_$1 ($2) is not proven to be made by the workflow of $repository"
  echo "$1 $2" >>"$releases/attested"
}

# Sets `image` to TAG@DIGEST of what IMAGE TAG names. The registry is asked only for what is not on this host and
# for tags that move; where it does not answer, what such a tag named last is taken.
find_image() {
  case $2 in *@*) have_image "$1" "$2" && image=$2; return ;; esac
  locate_image "$@" || return 1
  attest "$1" "${image#*@}"
}
locate_image() {
  forms=$(forms_of "$2")
  for form in $forms; do
    ! moves "$form" || continue
    digest=$(digest_of "$1" ":$form")
    [ -z "$digest" ] || { image=$form@$digest; return 0; }
  done
  for form in $forms; do
    run docker pull --quiet "$(name_of "$1"):$form" || continue
    digest=$(digest_of "$1" ":$form")
    [ -z "$digest" ] || { image=$form@$digest; return 0; }
  done
  digest=$(digest_of "$1" ":$2")
  [ -n "$digest" ] || return 1
  say "the registry does not answer for $2: what it named last is taken"
  image=$2@$digest
}

# Where find_image would find an image, without pulling it: "on this host", "in the registry", or nothing.
where_is() {
  case $2 in
    *@*) forms=@${2#*@} ;;
    *) forms=$(forms_of "$2" | tr ' ' '\n' | sed 's/^/:/') ;;
  esac
  for form in $forms; do
    [ -z "$(digest_of "$1" "$form")" ] || moves "$2" || { echo 'on this host'; return; }
  done
  for form in $forms; do
    ! run docker manifest inspect "$(name_of "$1")$form" || { echo 'in the registry'; return; }
  done
  [ -z "$(digest_of "$1" ":$2")" ] || echo 'on this host, since the registry does not answer'
}

# Has an image of a record (TAG@DIGEST) on this host; by digest the tag does not matter.
have_image() {
  case $2 in
    *@*)
      # One that was live stays good without being asked for.
      [ -z "$(digest_of "$1" "@${2#*@}")" ] || return 0
      attest "$1" "${2#*@}"
      run docker pull --quiet "$(name_of "$1")@${2#*@}"
      ;;
    *) find_image "$1" "$2" ;;
  esac
}

# Whether two records name the same images; the tags that led to them do not matter.
same_images() { [ "$(echo "$1" | sed 's/[^ ]*@//g')" = "$(echo "$2" | sed 's/[^ ]*@//g')" ]; }

# The tag that the .env file freezes an image at; nothing where it names a tag that moves, or none.
frozen_at() {
  at=$(written "$1_IMAGE_TAG")
  [ -z "$at" ] || moves "$at" || echo "$at"
}
# Whether a tag is not what the .env file froze: TAG [API|SCRAPER|WEB].
breaks_freeze() {
  for each in ${2:-API SCRAPER WEB}; do
    frozen=$(frozen_at "$each")
    [ -n "$frozen" ] || continue
    case " $(forms_of "$1") " in *" $frozen "*) ;; *) return 0 ;; esac
  done
  return 1
}
