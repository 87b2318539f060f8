#!/bin/sh
# Makes the cluster's authority and the certificates of its machines.
set -eu

usage() {
  cat <<'END'
Makes the authority of the cluster, where there is none yet, and a certificate for each machine of ops/ha/cluster.env.

Usage: ops/ha/certificates.sh FOLDER

  FOLDER/authority.key    stays here, off the machines of the cluster: who has it can pass for any of them
  FOLDER/authority.crt    to every machine, and to the application's hosts
  FOLDER/NAME/node.crt, node.key    to the machine of that name

Run it again before they end (certificates 2 years, authority 10): it makes new ones, and keeps the authority.
CLUSTER_ENV names another file than ops/ha/cluster.env.
END
}
case ${1-} in
  -h | --help) usage; exit 0 ;;
  -*) echo "certificates.sh: unknown option $1; see --help" >&2; exit 2 ;;
esac
[ $# = 1 ] || { usage >&2; exit 2; }
settings=${CLUSTER_ENV:-$(dirname "$0")/cluster.env}
settings=$(cd "$(dirname "$settings")" && pwd)/${settings##*/}
[ -f "$settings" ] || { echo "certificates.sh: $settings is missing" >&2; exit 1; }
value() { sed -n "s/^$1=//p" "$settings" | tail -n 1; }

umask 077
mkdir -p "$1"
cd "$1"
if [ ! -f authority.key ]; then
  openssl ecparam -name prime256v1 -genkey -noout -out authority.key.new
  openssl req -x509 -new -key authority.key.new -sha256 -days 3650 -subj "/CN=$(value CLUSTER) authority" \
    -addext 'keyUsage=critical,keyCertSign,cRLSign' -out authority.crt
  mv authority.key.new authority.key
fi
# All names in each: HAProxy on one machine leads to any of them.
names=''
[ -z "$(value EXTRA_NAMES)" ] || names=,$(value EXTRA_NAMES)
for number in 1 2 3; do
  names="$names,DNS:$(value "NODE${number}_NAME"),IP:$(value "NODE${number}_ADDRESS")"
done
for number in 1 2 3; do
  name=$(value "NODE${number}_NAME")
  mkdir -p "$name"
  openssl ecparam -name prime256v1 -genkey -noout -out "$name/node.key"
  openssl req -new -key "$name/node.key" -subj "/CN=$name" -out "$name/request"
  printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth,clientAuth\nbasicConstraints=CA:FALSE\n' "${names#,}" \
    >"$name/extensions"
  openssl x509 -req -in "$name/request" -CA authority.crt -CAkey authority.key -CAcreateserial -sha256 -days 730 \
    -extfile "$name/extensions" -out "$name/node.crt" 2>/dev/null
  rm "$name/request" "$name/extensions"
done
chmod 644 authority.crt ./*/node.crt
