#!/bin/sh
# What a deploy key may do, and nothing else.
set -eu

usage() {
  cat <<'END_OF_USAGE'
Does what a key asks for over SSH, out of a short list, and refuses everything else. For ~/.ssh/authorized_keys:

  restrict,command="/srv/mypacer/ops/ssh_command.sh" ssh-ed25519 AAAA… workflow

Usage: ops/ssh_command.sh [--staging]

  --staging   the installation of .env.staging instead of .env

SSH_ORIGINAL_COMMAND is one of
  deploy [--dry-run] [--only api|scraper|web] TAG
      production: 1.2.3-prod or v1.2.3-prod, with the files of the tag v1.2.3;
      staging: sha-0123456, with the files of that commit, which must be on main
  rollback [--dry-run]
  status
Each is noted in releases/ssh.log. Exit codes: those of the script, 1 the files cannot be had, 2 refused.
END_OF_USAGE
}

# The files of this folder, this one too, change while it runs: sh must have read it to its end before.
main() {
  installation=prod option=''
  case $*, in
    -h, | --help,) usage; exit 0 ;;
    --staging,) installation=staging option=--staging ;;
    ,) ;;
    *) usage >&2; exit 2 ;;
  esac
  # Of letters and signs those of ASCII are meant.
  LC_ALL=C
  export LC_ALL
  # shellcheck source=ops/installation.sh
  . "$(dirname "$0")/installation.sh"
  choose_installation "$installation"
  need git flock

  asked=${SSH_ORIGINAL_COMMAND-}
  shown=$(printf '%s' "$asked" | tr -c 'A-Za-z0-9 ._-' '?' | cut -c 1-100)
  [ ${#asked} -le 100 ] || refuse
  case $asked in '' | *[!A-Za-z0-9\ ._-]*) refuse ;; esac
  # Words: there is nothing in them that the shell would expand.
  set -f
  # shellcheck disable=SC2086
  set -- $asked
  dry='' only=''
  if [ "${2-}" = --dry-run ]; then
    dry=--dry-run first=$1
    shift 2
    set -- "$first" "$@"
  fi
  case "$# ${1-} ${2-} ${3-}" in
    '4 deploy --only api' | '4 deploy --only scraper' | '4 deploy --only web')
      only="--only $3"
      set -- deploy "$4"
      ;;
  esac
  case ${1-}:$#:$dry in
    deploy:2:*)
      files=$(files_of "$2") || refuse
      note accepted
      [ -n "$dry" ] || take_files "$files"
      # What a workflow brings is proven to be made by one, unless .env says otherwise.
      VERIFY_ATTESTATIONS=$(setting VERIFY_ATTESTATIONS true)
      export VERIFY_ATTESTATIONS
      # shellcheck disable=SC2086
      exec ops/deploy.sh $option $dry $only "$2"
      ;;
    rollback:1:*)
      note accepted
      # shellcheck disable=SC2086
      exec ops/rollback.sh $option $dry
      ;;
    status:1:)
      note accepted
      # shellcheck disable=SC2086
      exec ops/status.sh $option
      ;;
    *) refuse ;;
  esac
}

note() { printf '%s %s: %s\n' "$(now)" "$1" "$shown" >>"$releases/ssh.log"; }
refuse() {
  note refused
  say "ssh_command: refused: $shown"
  say 'accepted: deploy [--dry-run] [--only api|scraper|web] TAG, rollback [--dry-run], status'
  exit 2
}

# What git calls the files that belong to a tag of images.
files_of() {
  case $installation in
    prod) echo "$1" | sed -n 's/^v\{0,1\}\([0-9]\{1,4\}\.[0-9]\{1,4\}\.[0-9]\{1,4\}\)-prod$/v\1/p' ;;
    staging) echo "$1" | sed -n 's/^sha-\([0-9a-f]\{7,40\}\)$/\1/p' ;;
  esac | grep .
}
# Brings the files here: of a tag that was never moved, or of a commit of main.
take_files() {
  if ! flock -n "$releases/lock" true; then fail 'another script is changing this installation; nothing was changed'; fi
  case $installation in
    prod)
      git fetch --quiet --no-tags origin "refs/tags/$1:refs/tags/$1" >&2 ||
        fail "the tag $1 cannot be had, or it was moved"
      commit=$(git rev-parse --verify --quiet "refs/tags/$1^{commit}") || fail "there is no tag $1"
      ;;
    staging)
      git fetch --quiet --no-tags origin +refs/heads/main:refs/remotes/origin/main >&2 || fail 'main cannot be had'
      commit=$(git rev-parse --verify --quiet "$1^{commit}") || fail "there is no commit $1"
      git merge-base --is-ancestor "$commit" refs/remotes/origin/main || fail "$1 is not on main"
      ;;
  esac
  git checkout --quiet --detach "$commit" >&2 || fail "the files of $1 cannot be brought here: git status"
}

main "$@"
exit
