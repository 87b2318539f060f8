import { join } from "node:path";

/** Programs that tests run, and the Debian package of each. */
const PACKAGES = {
  nginx: "nginx",
  openssl: "openssl",
  "docker-compose": "docker-compose",
  shellcheck: "shellcheck",
  promtool: "prometheus",
  prometheus: "prometheus",
  "prometheus-alertmanager": "prometheus-alertmanager",
  amtool: "prometheus-alertmanager",
  "systemd-analyze": "systemd",
  curl: "curl",
  flock: "util-linux",
  git: "git",
  skopeo: "skopeo",
  "docker-registry": "docker-registry",
  psql: "postgresql-client",
  soffice: "libreoffice-calc-nogui",
  patroni: "patroni python3-etcd",
  etcd: "etcd-server",
  haproxy: "haproxy",
} as const;
export type Tool = keyof typeof PACKAGES;

/** Folders beside `PATH`: Debian keeps what administrators run out of a user's. */
const SYSTEM = ["/usr/sbin", "/usr/local/sbin", "/sbin"];

/** Path of a program, or null when it is not installed. */
export function findTool(name: string): string | null {
  const folders = [...(Deno.env.get("PATH") ?? "").split(":"), ...SYSTEM];
  for (const folder of folders) {
    const path = join(folder, name);
    try {
      if (Deno.statSync(path).isFile) return path;
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory)) {
        throw error;
      }
    }
  }
  return null;
}

const shownReasons = new Set<string>();

/**
 * A test that runs programs of the system. Where one is missing the test is left out, which the run
 * counts and says with what to install; with `REQUIRE_TOOLS` set, as on GitHub, it fails instead,
 * so that nothing passes for want of a tool.
 *
 * @param missing What is missing, in words that say how to get it; null when all is there.
 */
export function testWith(
  missing: string | null,
  name: string,
  run: (t: Deno.TestContext) => Promise<void>,
): void {
  if (missing === null) {
    Deno.test(name, run);
  } else if (Deno.env.get("REQUIRE_TOOLS")) {
    Deno.test(name, () => {
      throw new Error(missing);
    });
  } else {
    if (!shownReasons.has(missing)) {
      shownReasons.add(missing);
      Deno.stderr.writeSync(new TextEncoder().encode(`Tests are left out: ${missing}\n`));
    }
    Deno.test.ignore(name, run);
  }
}

/** Says which of these programs are missing and how to install them; null when none is. */
export function missingTools(...tools: readonly Tool[]): string | null {
  const missing = tools.filter((tool) => findTool(tool) === null);
  if (missing.length === 0) return null;
  const packages = missing.map((tool) => PACKAGES[tool]).join(" ");
  return `${missing.join(", ")} missing; on Debian: apt-get install ${packages}`;
}
