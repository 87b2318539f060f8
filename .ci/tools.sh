#!/bin/sh
# Installs what tests run beside Deno, where it is missing: on Debian and Ubuntu, as root or with sudo. Elsewhere
# it says what is missing; the tests are then left out, or fail where REQUIRE_TOOLS is set.
set -eu
cd "$(dirname "$0")/.."

missing=''
for pair in nginx:nginx openssl:openssl curl:curl shellcheck:shellcheck docker-compose:docker-compose \
  promtool:prometheus amtool:prometheus-alertmanager \
  systemd-analyze:systemd skopeo:skopeo docker-registry:docker-registry soffice:libreoffice-calc-nogui \
  patroni:patroni etcd:etcd-server haproxy:haproxy; do
  PATH="$PATH:/usr/sbin" command -v "${pair%%:*}" >/dev/null || missing="$missing ${pair#*:}"
done
# By which Patroni speaks to etcd; Debian 13 takes another one for good enough.
/usr/bin/python3 -c 'import etcd' 2>/dev/null || missing="$missing python3-etcd"
# The cluster of ops/ha runs Debian's server.
for server in /usr/lib/postgresql/*/bin/postgres; do
  [ -x "$server" ] || missing="$missing postgresql"
  break
done
newest=$(find /usr/lib/postgresql -maxdepth 1 -mindepth 1 -exec basename {} \; 2>/dev/null | sort -n | tail -n 1)
if [ "${newest:-0}" -ge 16 ]; then
  command -v pgbackrest >/dev/null || missing="$missing pgbackrest"
elif [ ! -x .data/postgresql-client/bin/pgbackrest ]; then
  missing="$missing postgresql-client"
fi
[ -n "$missing" ] || exit 0

command -v apt-get >/dev/null || { echo "tools:$missing missing, and there is no apt-get" >&2; exit 0; }
root=''
if [ "$(id -u)" != 0 ]; then
  sudo -n true 2>/dev/null || { echo "tools:$missing missing: install them as root" >&2; exit 0; }
  root='sudo'
fi
echo "== apt-get install$missing"
# The tests start what they need: no service is started here, now or with the machine, and no database is made.
# shellcheck disable=SC2016
install='
  policy=/usr/sbin/policy-rc.d clusters=/etc/postgresql-common/createcluster.d/mypacer-tests.conf ours=""
  tidy() {
    rm -f "$clusters"
    [ -z "$ours" ] || rm -f "$policy"
  }
  trap tidy EXIT
  trap "exit 1" HUP INT TERM
  mkdir -p "${clusters%/*}"
  echo "create_main_cluster = false" >"$clusters"
  if [ ! -e "$policy" ]; then
    ours=yes
    printf "#!/bin/sh\nexit 101\n" >"$policy"
    chmod +x "$policy"
  fi
  apt-get --quiet --quiet update &&
    apt-get --quiet --quiet install --yes --no-install-recommends "$@" >/dev/null || exit 1
  for service in patroni etcd-server haproxy; do
    case " $* " in *" $service "*) ;; *) continue ;; esac
    ! command -v systemctl >/dev/null || systemctl --quiet disable "${service%-server}" || :
  done
'
# A mirror may be out of reach for a moment. Splitting the list is what is meant.
# shellcheck disable=SC2086
for try in 1 2 3; do
  if $root env DEBIAN_FRONTEND=noninteractive sh -c "$install" install $missing; then
    break
  fi
  # The tests say what they lack: they are left out, and fail where REQUIRE_TOOLS is set.
  [ $try -lt 3 ] || { echo "tools:$missing could not be installed" >&2; exit 0; }
  sleep 5
done
newest=$(find /usr/lib/postgresql -maxdepth 1 -mindepth 1 -exec basename {} \; 2>/dev/null | sort -n | tail -n 1)
[ "${newest:-0}" -ge 16 ] || sh .ci/postgresql_client.sh .data/postgresql-client ||
  echo "tools: no client of PostgreSQL 16 or later: backups are not tested" >&2
