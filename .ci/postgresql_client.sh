#!/bin/sh
# Puts pg_dump, pg_restore and psql of PostgreSQL 17 into FOLDER/bin, for the tests of backups: Debian 12 has those of 15,
# which refuse a server of 16. They come from Debian 13, with the libraries they need, and change nothing else.
#
#   .ci/postgresql_client.sh FOLDER
set -eu
folder=$1
[ ! -x "$folder/bin/psql" ] || exit 0
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
    liblz4-1 libpq5 libreadline8t64 libsasl2-2 libssl3t64 libtinfo6 libzstd1 postgresql-client-17 zlib1g
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
"$folder/bin/psql" --version
