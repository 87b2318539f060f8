import { join } from "node:path";
import { asAccount, run } from "@mypacer/shared/database/embedded_server.ts";
import { readProcFile } from "@mypacer/shared/process/proc_file.ts";
import { findTool } from "./tools.ts";

/** A machine of the cluster, on a loopback address of its own. */
export type ClusterNode = {
  name: string;
  address: string;
  /** Kills the processes of PostgreSQL, as a crash does. */
  killServer(): Promise<void>;
  /** Kills everything that runs on it. */
  killMachine(): Promise<void>;
  /** Starts everything anew, as after a restart of the machine. */
  start(): Promise<void>;
  /**
   * Memory of each of its programs, resident, bytes; of PostgreSQL without what its processes
   * share.
   */
  memory(): Promise<Record<string, number>>;
  /** The last lines that its programs wrote. */
  messages(): Promise<string>;
};

/** One machine: its programs, run by an account. */
export class Machine implements ClusterNode {
  readonly name: string;
  readonly address: string;
  readonly #home: string;
  readonly #account: { uid: number; gid: number } | null;

  constructor(
    { name, address, home, account }: {
      name: string;
      address: string;
      home: string;
      account: { uid: number; gid: number } | null;
    },
  ) {
    this.name = name;
    this.address = address;
    this.#home = home;
    this.#account = account;
  }

  async start(): Promise<void> {
    const config = join(this.#home, "config");
    await this.#begin("etcd", ["etcd", "--config-file", join(config, "etcd.yml")]);
    await this.#begin("patroni", ["patroni", join(config, "patroni.yml")]);
    await this.#begin("haproxy", ["haproxy", "-db", "-f", join(config, "haproxy.cfg")]);
  }

  async killServer(): Promise<void> {
    const postmaster = await this.#pidOf(join("data", "postmaster.pid"));
    if (postmaster === null) throw new Error(`${this.name} runs no PostgreSQL`);
    // All of them at once, as when the kernel runs out of memory: none tells another.
    for (const pid of [postmaster, ...await childrenOf(postmaster)]) kill(pid);
  }

  async killMachine(): Promise<void> {
    const server = await this.#pidOf(join("data", "postmaster.pid"));
    const programs = await Promise.all(
      ["patroni", "haproxy", "etcd"].map((program) => this.#pidOf(`${program}.pid`)),
    );
    const backends = server === null ? [] : await childrenOf(server);
    for (const pid of [...programs, server, ...backends]) if (pid !== null) kill(pid);
  }

  async memory(): Promise<Record<string, number>> {
    const bytes: Record<string, number> = {};
    for (const program of ["etcd", "patroni", "haproxy"]) {
      const pid = await this.#pidOf(`${program}.pid`);
      if (pid !== null) bytes[program] = await residentOf(pid, "Rss");
    }
    const server = await this.#pidOf(join("data", "postmaster.pid"));
    if (server !== null) {
      const all = [server, ...await childrenOf(server)];
      const sizes = await Promise.all(all.map((pid) => residentOf(pid, "Pss")));
      bytes.postgres = sizes.reduce((sum, size) => sum + size, 0);
    }
    return bytes;
  }

  async messages(): Promise<string> {
    const lines: string[] = [];
    for (const program of ["etcd", "patroni", "haproxy"]) {
      const text = await Deno.readTextFile(join(this.#home, `${program}.log`)).catch(() => "");
      lines.push(
        ...text.trim().split("\n").slice(-4).map((line) =>
          `${this.name} ${program}: ${line.slice(0, 300)}`
        ),
      );
    }
    return lines.join("\n");
  }

  async #begin(name: string, [program = "", ...args]: string[]): Promise<void> {
    const path = findTool(program);
    if (path === null) throw new Error(`${program} is missing`);
    // As systemd begins it: with nothing of the variables and the home of who runs the tests.
    const environment = ["-i", `PATH=${Deno.env.get("PATH") ?? ""}`, `HOME=${this.#home}`];
    const command = asAccount(this.#account, [
      "env",
      ...environment,
      "LANG=C.UTF-8",
      path,
      ...args,
    ]);
    // It outlives the shell, and its number is noted for who ends it.
    const note = join(this.#home, `${name}.pid`);
    const log = join(this.#home, `${name}.log`);
    await run("sh", [
      "-c",
      'log=$1 note=$2; shift 2; "$@" >>"$log" 2>&1 </dev/null & echo $! >"$note"',
      "sh",
      log,
      note,
      ...command,
    ], { cwd: this.#home });
  }

  async #pidOf(note: string): Promise<number | null> {
    try {
      const pid = Number((await Deno.readTextFile(join(this.#home, note))).split("\n")[0]);
      const command = await readProcFile(`/proc/${pid}/cmdline`);
      return command?.includes(this.#home) ? pid : null;
    } catch (error) {
      if (error instanceof Deno.errors.NotFound) return null;
      throw error;
    }
  }
}

function kill(pid: number): void {
  try {
    Deno.kill(pid, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

async function childrenOf(pid: number): Promise<number[]> {
  const { stdout } = await new Deno.Command("ps", {
    args: ["-o", "pid=", "--ppid", String(pid)],
    stderr: "null",
  }).output();
  return new TextDecoder().decode(stdout).split(/\s+/).filter(Boolean).map(Number);
}

/** Memory of a process, bytes: all that is resident, or with its part of what is shared. */
async function residentOf(pid: number, kind: "Rss" | "Pss"): Promise<number> {
  const text = await readProcFile(`/proc/${pid}/smaps_rollup`) ?? "";
  return 1024 * Number(new RegExp(`^${kind}: +(\\d+) kB`, "m").exec(text)?.[1] ?? 0);
}
