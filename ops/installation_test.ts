/**
 * The guide to a first installation: its blocks, and what says what a host lacks. With
 * INSTALLATION=1, as root, the blocks are pasted into a bare Debian 13, which takes some minutes.
 */
import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { dirname, join } from "node:path";
import { oppose } from "@mypacer/shared/directory/opposition.ts";
import { OPPOSITION_KEY } from "../api/testing/test_directory.ts";
import { pathTo } from "../dev/paths.ts";
import { installDebian } from "./testing/bare_debian.ts";
import { readBlocks } from "./testing/guide.ts";
import { runInstallation } from "./testing/running_installation.ts";
import { missingTools, testWith } from "./testing/tools.ts";

const root = (path: string) => pathTo(`../${path}`);
const decoder = new TextDecoder();
const guide = await Deno.readTextFile(root("docs/INSTALLATION.md"));

testWith(
  missingTools("shellcheck"),
  "the blocks have nothing that shellcheck objects to",
  async () => {
    const folder = await Deno.makeTempDir({ prefix: "mypacer-blocks-" });
    const write = async (name: string, text: string) => {
      await Deno.writeTextFile(join(folder, name), `#!/bin/bash\n${text}`);
      return name;
    };
    const { tested, untested } = readBlocks(guide);
    const files = [
      // One shell: what an early block sets, a later one uses.
      await write("tested", tested.join("\n")),
      ...await Promise.all(untested.map((text, index) => write(`untested_${index}`, text))),
    ];
    const { code, stdout } = await new Deno.Command("shellcheck", {
      // What is in another file, a folder that may be gone, and commands over SSH are as meant.
      args: ["--exclude=SC1091,SC2164,SC2029", ...files],
      cwd: folder,
    }).output();
    assertEquals([code, decoder.decode(stdout)], [0, ""]);
    await Deno.remove(folder, { recursive: true });
  },
);

Deno.test("the guide names only scripts and files that are there", async () => {
  const { tested, untested } = readBlocks(guide);
  const named = new Set(
    [...tested, ...untested].flatMap((text) =>
      text.match(/\b(ops\/[\w-]+\.sh|\.env\.example)/g) ?? []
    ),
  );
  for (const path of named) await Deno.stat(root(path));
});

/**
 * Programs of a host on which nothing is missing; a file in the folder `without` takes one thing
 * away.
 */
const PROGRAMS: Record<string, string> = {
  id:
    'case "$*" in "-u") echo 0 ;; "-un") echo root ;; *--groups*) [ -e "$W/group" ] && echo deploy || echo deploy docker ;; ' +
    '*) [ ! -e "$W/account" ] ;; esac',
  "dpkg-query": 'for package; do :; done; [ -e "$W/package-$package" ] || printf installed',
  docker:
    'case "$*" in version*) [ -e "$W/docker" ] && exit 1; [ -e "$W/docker-old" ] && echo 20.10.24 || echo 28.3.2 ;; ' +
    'compose*) [ -e "$W/compose" ] && echo 2.18.1 || echo v2.39.1 ;; ' +
    'manifest*) [ -e "$W/login" ] && { echo "denied: denied" >&2; exit 1; }; [ -e "$W/tag" ] && { echo "manifest unknown" >&2; exit 1; }; echo "{}" ;; esac',
  passwd: '[ -e "$W/password" ] && echo "deploy P 2026" || echo "deploy L 2026"',
  stat:
    'case "$2" in %U) for f; do :; done; [ -e "$W/owner-${f##*/}" ] && echo root || { [ -e "$f" ] && echo deploy; } ;; *) exec /usr/bin/stat "$@" ;; esac',
  systemctl: 'for unit; do :; done; [ ! -e "$W/timer-$unit" ]',
  ufw: '[ -e "$W/firewall" ] && echo "Status: inactive" || echo "Status: active"',
  timedatectl: '[ -e "$W/clock" ] && echo no || echo yes',
  nginx:
    'case "$1" in -v) echo "nginx version: nginx/1.26.3" >&2 ;; *) [ ! -e "$W/nginx" ] ;; esac',
  gh:
    'case "$1" in --version) [ -e "$W/gh" ] && echo "gh version 2.23.0 (2023)" || echo "gh version 2.80.0 (2026)" ;; ' +
    '*) [ ! -e "$W/gh-login" ] ;; esac',
  df: '[ -e "$W/disk" ] && echo "8 3" || echo "40 30"',
  chronyc: "exit 0",
};

/** A host in a folder, on which nothing is missing. */
async function makeHost() {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-host-" });
  const home = join(folder, "srv/mypacer");
  const write = async (path: string, text: string, mode = 0o644) => {
    await Deno.mkdir(dirname(join(folder, path)), { recursive: true });
    await Deno.writeTextFile(join(folder, path), text);
    await Deno.chmod(join(folder, path), mode);
  };
  for (const [name, script] of Object.entries(PROGRAMS)) {
    await write(`programs/${name}`, `#!/bin/sh\nW='${folder}/without'\n${script}\n`, 0o755);
  }
  await Deno.mkdir(join(folder, "without"));
  await Deno.mkdir(join(home, "ops"), { recursive: true });
  const copies = [["ops/install.sh", "ops/"], ["ops/systemd", "ops/"], ["nginx", ""]];
  for (const [from = "", to = ""] of copies) {
    await new Deno.Command("cp", { args: ["-a", root(from), join(home, to)] }).output();
  }
  await write("etc/os-release", 'PRETTY_NAME="Debian GNU/Linux 13 (trixie)"\n');
  await write("proc/meminfo", "MemTotal:        4000000 kB\n");
  await write(
    "home/deploy/.ssh/authorized_keys",
    'restrict,command="/srv/mypacer/ops/ssh_command.sh" ssh-ed25519 AAAA deploy\n',
    0o600,
  );
  await write(
    "srv/mypacer/.env",
    "GHCR_OWNER=example\nFEDERATION_CONTACT=a@example.org\nSITE_PUBLISHER=a\nSITE_CONTACT=a\nSITE_HOSTING=a\n" +
      "ALERT_MAIL_TO=a@example.org\nSECRETS_FOLDER=./secrets\nPOSTGRES_PASSWORD=\n",
    0o600,
  );
  await Deno.mkdir(join(home, "secrets"), { mode: 0o700 });
  for (
    const place of ["etc/sudoers.d", "etc/apt/apt.conf.d", "etc/systemd/system", "etc/nginx/conf.d"]
      .concat("etc/nginx/snippets", "etc/nginx/sites-available", "etc/nginx/sites-enabled")
  ) await Deno.mkdir(join(folder, place), { recursive: true });
  await write("etc/letsencrypt/renewal/mypacer.fr.conf", "renew_hook = systemctl reload nginx\n");
  const certificate = async (days: number, names: string) => {
    const live = join(folder, "etc/letsencrypt/live/mypacer.fr");
    await Deno.mkdir(live, { recursive: true });
    await new Deno.Command("openssl", {
      args: [
        "req",
        "-x509",
        "-newkey",
        "ed25519",
        "-nodes",
        "-days",
        String(days),
        "-subj",
        "/CN=a",
      ]
        .concat("-addext", `subjectAltName=${names}`, "-keyout", `${live}/privkey.pem`)
        .concat("-out", `${live}/fullchain.pem`),
      stderr: "null",
    }).output();
  };
  await certificate(90, "DNS:mypacer.fr,DNS:www.mypacer.fr");
  const run = async (...args: string[]) => {
    const { code, stdout, stderr } = await new Deno.Command(join(home, "ops/install.sh"), {
      args,
      env: {
        PATH: `${folder}/programs:${Deno.env.get("PATH")}`,
        INSTALL_ROOT: folder,
        PROC_FOLDER: `${folder}/proc`,
      },
      stdin: "null",
    }).output();
    return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
  };
  return {
    folder,
    write,
    certificate,
    run,
    /** Takes things away, by the names in {@linkcode PROGRAMS}. */
    take: (...names: string[]) =>
      Promise.all(names.map((name) => Deno.writeTextFile(join(folder, "without", name), ""))),
    giveBack: (...names: string[]) =>
      Promise.all(names.map((name) => Deno.remove(join(folder, "without", name)))),
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

testWith(
  missingTools("openssl"),
  "install.sh --check says each thing that is missing, and how to get it",
  async () => {
    await using host = await makeHost();
    const bare = await host.run("--check");
    assertEquals(bare.code, 1);
    const wanted = [
      "sudoers: ops/install.sh system",
      "nginx: missing or another than in this folder:",
    ]
      .concat("nginx: the site is off", "security updates: ops/install.sh system");
    for (const line of wanted) assertStringIncludes(bare.stdout, `!   ${line}`);

    // What visudo, systemctl and chown would do is not of this test.
    for (const name of ["visudo", "chown"]) {
      await host.write(`programs/${name}`, "#!/bin/sh\n", 0o755);
    }
    for (const part of ["system", "nginx", "nginx"]) {
      const done = await host.run(part);
      assertEquals(done.code, 0, done.stderr);
    }
    const all = await host.run("--check");
    assertEquals([all.code, all.stdout.split("\n").filter((line) => line.startsWith("!"))], [
      0,
      [],
    ]);
    assertMatch(all.stdout, /^Nothing is missing\.$/m);

    const cases: [take: string, line: RegExp][] = [
      ["package-certbot", /^! {3}packages: apt-get install --yes certbot$/m],
      ["docker", /^! {3}Docker does not answer/m],
      ["docker-old", /^! {3}Docker 20\.10\.24 is older than 24/m],
      ["compose", /^! {3}Compose 2\.18\.1 must be 2\.24 or newer/m],
      ["account", /^! {3}account deploy: adduser/m],
      ["group", /^! {3}account deploy: usermod --append --groups docker deploy$/m],
      ["password", /^! {3}account deploy has a password/m],
      ["timer-mypacer-backup.timer", /^! {3}mypacer-backup\.timer: systemctl enable --now/m],
      ["timer-certbot.timer", /^! {3}certbot\.timer: systemctl enable --now/m],
      ["firewall", /^! {3}firewall: /m],
      ["clock", /^! {3}the clock is not set by the network/m],
      ["nginx", /^! {3}nginx -t says what is wrong$/m],
      ["owner-prod_upstreams.conf", /^! {3}\S+prod_upstreams\.conf is missing or not deploy's/m],
      ["disk", /^! {3}disk 8 GB, 3 GB free: 20 GB are needed/m],
      ["owner-.env", /^! {3}\.env is not deploy's/m],
      ["gh", /^! {3}GitHub's tool 2\.23\.0 must be 2\.49 or newer/m],
      ["gh-login", /^! {3}GitHub's tool is not logged in: sudo -u deploy gh auth login$/m],
      ["login", /^! {3}the registry refuses ghcr\.io\/example\/mypacer_api:latest-prod/m],
      ["tag", /^! {3}ghcr\.io\S+ does not exist yet: the first tag makes it$/m],
    ];
    for (const [take, line] of cases) {
      await host.take(take);
      const { code, stdout } = await host.run("--check");
      assertEquals(code, 1, take);
      assertMatch(stdout, line);
      await host.giveBack(take);
    }

    // What stands in files.
    await host.write("etc/os-release", 'PRETTY_NAME="Ubuntu 24.04 LTS"\n');
    await host.write("proc/meminfo", "MemTotal:        2000000 kB\n");
    await host.write("srv/mypacer/.env", "FEDERATION_CONTACT=change-me@example.org\n", 0o644);
    await host.write("etc/nginx/conf.d/mypacer.conf", "# changed by hand\n");
    await host.write("etc/systemd/system/mypacer-backup.timer", "# changed by hand\n");
    await host.write("home/deploy/.ssh/authorized_keys", "ssh-ed25519 AAAA deploy\n");
    await host.certificate(10, "DNS:mypacer.fr");
    const spoilt = await host.run("--check");
    assertEquals(spoilt.code, 1);
    for (
      const line of [
        /^! {3}Debian 12 or 13 is what this was tried on, not Ubuntu/m,
        /^! {3}memory 1953 MB: about 4 GB is needed$/m,
        /^! {3}\.env can be read by others/m,
        /^! {3}\.env still has the example's FEDERATION_CONTACT:/m,
        /^! {3}\.env does not say who runs the site/m,
        /^! {3}\.env names nobody who is told of trouble/m,
        /^! {3}nginx: missing or another than in this folder: \/etc\/nginx\/conf\.d\/mypacer\.conf:/m,
        /^! {3}units of systemd: mypacer-backup\.timer: /m,
        /^! {3}deploy key: a line of .* is not restricted to ops\/ssh_command\.sh$/m,
        /^! {3}certificate ends .* and was not renewed/m,
        /^! {3}certificate does not name www\.mypacer\.fr/m,
      ]
    ) assertMatch(spoilt.stdout, line);
    assertMatch(spoilt.stdout, /^\d+ things are missing\.$/m);
  },
);

if (Deno.env.get("INSTALLATION")) {
  Deno.test("the guide, pasted into a bare Debian 13, leaves nothing missing but images and a login", async () => {
    await using debian = await installDebian("trixie");
    const { tested } = readBlocks(guide);
    for (const time of ["first", "again"]) {
      const { code, output } = await debian.paste(tested);
      assertEquals(code, 0, `${time}: ${output}`);
      tested.forEach((_, index) =>
        assertStringIncludes(output, `BLOCK ${index + 1} OF ${tested.length}`)
      );
    }
    const { code, output } = await debian.run("/srv/mypacer/ops/install.sh --check");
    assertEquals(
      [code, output.split("\n").filter((line) => line.startsWith("!"))],
      [1, [
        "!   GitHub's tool is not logged in: sudo -u deploy gh auth login",
        "!   ghcr.io/cmoron/mypacer_api:latest-prod does not exist yet: the first tag makes it",
      ]],
      output,
    );
    // What the account may do as root, and what not.
    assertEquals((await debian.run("sudo -u deploy sudo -n /usr/sbin/nginx -t -q")).code, 0);
    assertEquals((await debian.run("sudo -u deploy sudo -n /usr/bin/id")).code, 1);
  });

  Deno.test("a dump of PostgreSQL 16 is restored into 17, with its objections", async () => {
    await using debian = await installDebian("trixie");
    await using before = await runInstallation();
    await before.publish("latest-prod");
    await before.query((sql) => oppose(sql, "7000009", { channel: "email", key: OPPOSITION_KEY }));
    const { code, stdout, stderr } = await before.run("backup");
    assertEquals(code, 0, stderr);
    const server = await debian.startPostgresql(17);
    await using after = await runInstallation({}, { url: server.replace(/postgres$/, "mypacer") });
    await after.publish("latest-prod");
    const restored = await after.run("restore", "--database-lost", stdout.trim());
    assertEquals(restored.code, 0, restored.stderr);
    const [row] = await after.query((sql) =>
      sql`select current_setting('server_version_num')::int / 10000 as version,
        (select count(*) from athlete) as athletes, (select count(*) from opposition) as objections`
    );
    assertEquals({ ...row }, { version: 17, athletes: 2, objections: 1 });
    // What the schema leans on works there as well.
    const found = await after.query((sql) =>
      sql`select ffa_id from athlete where normalize_name('testard yann') <% normalized_name order by ffa_id`
    );
    assertEquals(found.map(({ ffaId }) => ffaId), ["7000001", "7000002"]);
  });
}
