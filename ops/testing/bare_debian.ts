import { dirname, join } from "node:path";
import { pathTo } from "../../dev/paths.ts";
import { freePort } from "../../shared/process/free_ports.ts";
import { untilListening } from "./running_nginx.ts";

/** A bare Debian in a folder, with stand-ins for what a folder cannot have. */
export interface BareDebian extends AsyncDisposable {
  folder: string;
  /** Runs a line of shell in it as root. */
  run(line: string): Promise<{ code: number; output: string }>;
  /**
   * Pastes blocks into one shell: what reads its standard input takes the lines that follow, as in
   * a terminal. Each block says `BLOCK n OF m` when it has run.
   */
  paste(blocks: readonly string[]): Promise<{ code: number; output: string }>;
  /**
   * Starts its PostgreSQL of a version, empty and with its superuser `mypacer`; gives the URL of
   * `postgres` there.
   */
  startPostgresql(version: number): Promise<string>;
}

/**
 * What asks stays in front of the program of the same name. They ask where the real ones do, and
 * refuse what they do not know.
 */
const STAND_INS: Record<string, string> = {
  // No service starts in a folder.
  systemctl: `
    echo "$*" >>/var/log/systemctl
    case "$*" in
      daemon-reload | "reload nginx") ;;
      "enable --now "*) ;;
      "is-enabled --quiet "* | "is-active --quiet "*)
        for unit; do :; done
        # Its package turns it on.
        [ "$unit" = certbot.timer ] && [ -e /usr/lib/systemd/system/certbot.timer ] && exit 0
        grep -q "^enable --now.* $unit" /var/log/systemctl ;;
      *) echo "systemctl: $*" >&2; exit 1 ;;
    esac`,
  ufw: `
    case "$*" in
      status) echo "Status: $(cat /var/lib/ufw-state 2>/dev/null || echo inactive)" ;;
      "allow OpenSSH" | "allow Nginx Full") ;;
      "--force enable") echo active >/var/lib/ufw-state ;;
      enable)
        printf 'Command may disrupt existing ssh connections. Proceed with operation (y|n)? '
        read -r answer
        [ "$answer" = y ] && echo active >/var/lib/ufw-state ;;
      *) echo "ufw: $*" >&2; exit 1 ;;
    esac`,
  // Let's Encrypt does not reach this machine.
  certbot: `
    case "$*" in "certonly "*--webroot*mypacer.fr*) ;; *) echo "certbot: $*" >&2; exit 1 ;; esac
    case "$*" in *--non-interactive*--agree-tos*) ;; *) read -r answer ;; esac
    live=/etc/letsencrypt/live/mypacer.fr
    mkdir -p $live /etc/letsencrypt/renewal
    openssl req -x509 -newkey rsa:2048 -nodes -days 90 -subj /CN=mypacer.fr \\
      -addext 'subjectAltName=DNS:mypacer.fr,DNS:www.mypacer.fr' -keyout $live/privkey.pem -out $live/fullchain.pem 2>/dev/null
    cp $live/fullchain.pem $live/chain.pem
    case "$*" in *"--deploy-hook systemctl reload nginx"*) echo 'renew_hook = systemctl reload nginx' ;; esac \\
      >/etc/letsencrypt/renewal/mypacer.fr.conf`,
  timedatectl: "echo yes",
  // The sources of packages of Docker and GitHub are not this machine's to reach.
  curl: `
    case "$*" in
      *download.docker.com* | *cli.github.com*) while [ "$1" != --output ]; do shift; done; echo key >"$2" ;;
      *) exec /usr/bin/curl "$@" ;;
    esac`,
  "apt-get": `
    sources=/etc/apt/sources.list.d
    for name in docker githubcli; do
      [ ! -f $sources/$name.sources ] || mv $sources/$name.sources /root/
    done
    words=''
    for word; do
      case $word in
        docker-ce)
          grep -q '^Suites: trixie$' /root/docker.sources && [ -s /etc/apt/keyrings/docker.asc ] || exit 100
          groupadd --force docker
          mv /usr/local/sbin/docker.later /usr/local/bin/docker 2>/dev/null || : ;;
        docker-* | containerd.io) ;;
        gh) [ -s /etc/apt/keyrings/githubcli.gpg ] && mv /usr/local/sbin/gh.later /usr/local/bin/gh 2>/dev/null || : ;;
        *) words="$words $word" ;;
      esac
    done
    code=0
    # shellcheck disable=SC2086
    /usr/bin/apt-get -qq $words </dev/null || code=$?
    for name in docker githubcli; do
      [ ! -f /root/$name.sources ] || mv /root/$name.sources $sources/
    done
    exit $code`,
  "gh.later": 'case "$*" in --version) echo "gh version 2.80.0 (2026-01-01)" ;; *) exit 1 ;; esac',
  // No engine: there is a version, and no image.
  "docker.later": `
    case "$*" in
      "version "*) echo 28.3.2 ;;
      "compose version --short") echo 2.39.1 ;;
      "manifest inspect "*) echo "manifest unknown" >&2; exit 1 ;;
      *) echo "no container" >&2; exit 1 ;;
    esac`,
};

async function sh(script: string, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command("sh", {
    args: ["-c", script, "sh", ...args],
    stdin: "null",
  }).output();
  const decoder = new TextDecoder();
  const output = decoder.decode(stdout) + decoder.decode(stderr);
  if (code !== 0) throw new Error(`${script}: ${output}`);
}

/**
 * Installs a bare Debian into a folder, as root, with debootstrap. The repository, as it is
 * committed, is what GitHub gives there.
 */
export async function installDebian(suite: string): Promise<BareDebian> {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-debian-" });
  const remove = () => sh('rm -rf "$1"', folder);
  try {
    await sh('debootstrap --variant=minbase "$1" "$2" >/dev/null', suite, folder);
    // Its root is for every account.
    await Deno.chmod(folder, 0o755);
    await sh('echo "127.0.0.1 localhost $(hostname)" >"$1/etc/hosts"', folder);
    const write = async (path: string, text: string, mode = 0o755) => {
      await Deno.mkdir(dirname(join(folder, path)), { recursive: true });
      await Deno.writeTextFile(join(folder, path), text);
      await Deno.chmod(join(folder, path), mode);
    };
    for (const [name, script] of Object.entries(STAND_INS)) {
      await write(`usr/local/sbin/${name}`, `#!/bin/sh\n${script.trim()}\n`);
    }
    await write("usr/sbin/policy-rc.d", "#!/bin/sh\nexit 101\n");
    await sh('git clone --quiet --bare "$1" "$2/srv/github.git"', pathTo("../"), folder);
    await write(
      "etc/gitconfig",
      '[safe]\n\tdirectory = *\n[url "file:///srv/github.git"]\n\tinsteadOf = https://github.com/cmoron/mypacer\n',
      0o644,
    );
  } catch (error) {
    await remove();
    throw error;
  }
  const servers: Deno.ChildProcess[] = [];
  // Its mounts and processes end with it.
  const begin = () =>
    new Deno.Command("unshare", {
      args: ["--mount", "--pid", "--fork", "--kill-child", "sh", "-c"].concat(
        'cd "$1" && mount -t proc proc proc && mount --rbind /dev dev && ' +
          "exec chroot . /usr/bin/env -i HOME=/root TERM=dumb LANG=C.UTF-8 " +
          "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin bash -s 2>&1",
        "sh",
        folder,
      ),
      stdin: "piped",
      stdout: "piped",
      stderr: "inherit",
    }).spawn();
  const shell = async (script: string) => {
    const child = begin();
    const writer = child.stdin.getWriter();
    await writer.write(new TextEncoder().encode(script));
    await writer.close();
    const [{ code }, output] = await Promise.all([
      child.status,
      new Response(child.stdout).text(),
    ]);
    return { code, output };
  };
  return {
    folder,
    run: (line) => shell(`${line}\n`),
    paste: (blocks) =>
      shell(
        [
          "set -eu",
          ...blocks.map((text, index) => `${text}\necho "BLOCK ${index + 1} OF ${blocks.length}"`),
        ]
          .join("\n") + "\n",
      ),
    async startPostgresql(version) {
      const { code, output } = await shell(
        `DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends postgresql-${version}\n`,
      );
      if (code !== 0) throw new Error(output);
      const port = freePort();
      const bin = `/usr/lib/postgresql/${version}/bin`;
      const server = begin();
      const writer = server.stdin.getWriter();
      await writer.write(
        new TextEncoder().encode(
          `mkdir /srv/postgresql && chown postgres /srv/postgresql && cd /srv/postgresql &&\n` +
            `setpriv --reuid=postgres --regid=postgres --clear-groups ${bin}/initdb --pgdata=data --username=mypacer ` +
            `--auth=trust --encoding=UTF8 --locale=C --no-sync >/dev/null &&\n` +
            `exec setpriv --pdeathsig KILL --reuid=postgres --regid=postgres --clear-groups ${bin}/postgres -D data ` +
            `-c port=${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= </dev/null >/dev/null\n`,
        ),
      );
      await writer.close();
      servers.push(server);
      await untilListening(port);
      return `postgres://mypacer:none@127.0.0.1:${port}/postgres`;
    },
    async [Symbol.asyncDispose]() {
      for (const server of servers) {
        // unshare lets no other signal through. PostgreSQL is the first process there: all end with
        // it.
        server.kill("SIGKILL");
        await server.stdout.cancel();
        await server.status;
      }
      await remove();
    },
  };
}
