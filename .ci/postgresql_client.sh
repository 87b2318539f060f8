#!/bin/sh
# Puts pg_dump, pg_restore and psql of PostgreSQL 17 and pgBackRest 2.55 into FOLDER/bin, for the tests of backups:
# those of Debian 12 refuse a server of 16. They come from Debian 13, with the libraries they need, and change nothing else.
#
#   .ci/postgresql_client.sh FOLDER
set -eu
folder=$1
[ ! -x "$folder/bin/pgbackrest" ] || exit 0
mkdir -p "$folder/apt/lists/partial" "$folder/apt/archives/partial" "$folder/root" "$folder/bin"
folder=$(cd "$folder" && pwd)
mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -n 1)
[ -n "$mirror" ] || mirror=$(sed -n 's/^deb \(\[[^]]*\] \)\{0,1\}\([^ ]*\) .* main.*/\2/p' /etc/apt/sources.list 2>/dev/null | head -n 1)
[ -n "$mirror" ] || { echo "postgresql_client: apt knows no mirror of Debian" >&2; exit 1; }
printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s trixie main\n' "$mirror" >"$folder/apt/sources.list"
apt() {
  apt-get --quiet --quiet --option Dir::Etc::sourcelist="$folder/apt/sources.list" --option Dir::Etc::sourceparts=- \
    --option Dir::State::lists="$folder/apt/lists" --option Dir::Cache::archives="$folder/apt/archives" \
    --option Dir::Cache::pkgcache= --option Dir::Cache::srcpkgcache= --option APT::Sandbox::User=root "$@"
}
apt update
(
  cd "$folder/apt/archives"
  apt download libc6 libcom-err2 libgssapi-krb5-2 libk5crypto3 libkeyutils1 libkrb5-3 libkrb5support0 libldap2 \
    liblz4-1 libpq5 libreadline8t64 libsasl2-2 libssl3t64 libtinfo6 libzstd1 postgresql-client-17 zlib1g \
    libbz2-1.0 liblzma5 libssh2-1t64 libxml2 pgbackrest
  for package in *.deb; do dpkg-deb --extract "$package" "$folder/root"; done
  rm -- *.deb
)
rm -rf "$folder/apt"
loader=$(find "$folder/root" -name 'ld-linux*.so.*' -type f | head -n 1)
libraries=$(find "$folder/root" -name 'lib*.so*' -exec dirname {} + | sort -u | paste -s -d : -)
for program in createdb dropdb pg_dump pg_restore psql; do
  cat >"$folder/bin/$program" <<END
#!/bin/sh
exec $loader --library-path $libraries $folder/root/usr/lib/postgresql/17/bin/$program "\$@"
END
  chmod +x "$folder/bin/$program"
done
# pgBackRest starts itself again, and tells PostgreSQL how to call it: by this script too. It may be moved with `root`,
# since PostgreSQL's account must be able to read both.
cat >"$folder/bin/pgbackrest" <<END
#!/bin/sh
root=\${0%/*}/../root
libraries='$(echo "$libraries" | sed "s|$folder/root|ROOT|g")'
PGBACKREST_CMD=\$0 exec "\$root${loader#"$folder/root"}" \\
  --library-path "\$(echo "\$libraries" | sed "s|ROOT|\$root|g")" "\$root/usr/bin/pgbackrest" "\$@"
END
chmod +x "$folder/bin/pgbackrest"
"$folder/bin/psql" --version
"$folder/bin/pgbackrest" version
