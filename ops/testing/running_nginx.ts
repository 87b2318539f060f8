import { request as overHttp } from "node:http";
import { Agent, request as overHttps } from "node:https";
import { dirname, join } from "node:path";
import { pathTo } from "../../dev/paths.ts";
import { freePorts } from "../../shared/process/free_ports.ts";
import { findTool } from "./tools.ts";
import { until } from "@mypacer/shared/testing/until.ts";
import { readProcFile } from "@mypacer/shared/process/proc_file.ts";

/** An answer, with each header line as it came: two of one name stay two. */
export interface RawAnswer {
  status: number;
  headers: [name: string, value: string][];
  body: Uint8Array<ArrayBuffer>;
  text: string;
}

/** What to ask nginx for. */
export interface Asked {
  method?: string;
  /** Address of this machine to ask from, e.g. `127.0.0.2`: each is another visitor. */
  from?: string;
  /** Name of the server, in the TLS handshake and in `Host`. */
  host?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** nginx with the repository's configuration, installed into a folder of its own on high ports. */
export interface RunningNginx extends AsyncDisposable {
  folder: string;
  /** File that names the processes behind production. */
  upstreamFile: string;
  /** Command that makes it take a changed configuration. */
  reloadCommand: string;
  checkCommand: string;
  port: number;
  /**
   * Asks over HTTPS, as `mypacer.fr` unless told otherwise; connections are kept and used again.
   */
  ask(path: string, asked?: Asked): Promise<RawAnswer>;
  /** Asks over a connection of its own, once: what fails fails. */
  askOnce(path: string): Promise<RawAnswer>;
  /** Asks over plain HTTP. */
  askPlain(path: string, asked?: Asked): Promise<RawAnswer>;
  /** Writes which ports of this machine serve production. */
  point(ports: { api: readonly number[]; web: readonly number[] }): Promise<void>;
  reload(): Promise<void>;
  /** What stands in its log so far. */
  accessLog(): Promise<string>;
  errorLog(): Promise<string>;
}

const WORKERS = 2;

/** Header by which a test asks from any address, where {@linkcode Asked.from} is not enough. */
export const ADDRESS_HEADER = "X-Test-Address";

/** How the installed version of nginx is told to speak HTTP/2. */
const LISTEN = `snippets/mypacer_listen_${isBefore1_25() ? "1.22" : "1.26"}.conf`;

/** Where each file of the repository is installed. */
const INSTALLED: readonly [from: string, to: string][] = [
  ["conf.d/mypacer.conf", "etc/conf.d/mypacer.conf"],
  ["snippets/mypacer_server.conf", "etc/snippets/mypacer_server.conf"],
  [LISTEN, "etc/snippets/mypacer_listen.conf"],
  ["upstreams/prod_upstreams.conf", "etc/mypacer/prod_upstreams.conf"],
  ["upstreams/staging_upstreams.conf", "etc/mypacer/staging_upstreams.conf"],
  ["pages/unavailable.html", "etc/mypacer/pages/unavailable.html"],
  ["mypacer.conf", "etc/sites/mypacer.conf"],
  ["stage.mypacer.conf", "etc/sites/stage.mypacer.conf"],
];

/**
 * Installs the configuration with a throwaway certificate and starts nginx on it.
 *
 * @param rate Replaces the limit on all requests of one visitor, where a test asks for many.
 */
export async function runNginx({ rate }: { rate?: string } = {}): Promise<RunningNginx> {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-nginx-" });
  const [http = 0, https = 0] = freePorts(2);
  for (const [from, to] of INSTALLED) {
    const text = await Deno.readTextFile(pathTo(`../nginx/${from}`));
    await write(join(folder, to), relocate(text, { folder, http, https, rate }));
  }
  for (const made of ["log", "cache", "www/html/.well-known/acme-challenge", "tls"]) {
    await Deno.mkdir(join(folder, made), { recursive: true });
  }
  const certificate = await makeCertificate(join(folder, "tls"));
  const configuration = join(folder, "nginx.conf");
  await write(configuration, mainConfiguration(folder));
  const nginx = findTool("nginx") ?? "nginx";
  const args = ["-p", folder, "-c", configuration, "-e", join(folder, "log/start.log")];
  await runProgram(nginx, [...args, "-t", "-q"]);
  const child = new Deno.Command(nginx, { args, stdin: "null" }).spawn();
  const agent = new Agent({ ca: certificate, keepAlive: true, maxSockets: 32 });
  const base = { hostname: "127.0.0.1", ca: certificate };
  const started: RunningNginx = {
    folder,
    upstreamFile: join(folder, "etc/mypacer/prod_upstreams.conf"),
    reloadCommand: [nginx, ...args, "-s", "reload"].join(" "),
    checkCommand: [nginx, ...args, "-t", "-q"].join(" "),
    port: https,
    ask: (path, asked = {}) =>
      ask(
        (done) =>
          overHttps({
            ...base,
            ...optionsOf(path, asked),
            port: https,
            servername: asked.host ?? "mypacer.fr",
            agent,
          }, done),
        asked.body,
      ),
    askOnce: (path) =>
      ask((done) =>
        overHttps({
          ...base,
          ...optionsOf(path, {}),
          port: https,
          servername: "mypacer.fr",
          agent: false,
        }, done)
      ),
    askPlain: (path, asked = {}) =>
      ask(
        (done) => overHttp({ ...base, ...optionsOf(path, asked), port: http, agent: false }, done),
        asked.body,
      ),
    async point({ api, web }) {
      const upstream = (name: string, ports: readonly number[]) =>
        [
          `upstream mypacer_prod_${name} {`,
          // As docs/SCALING.md has it where there are several.
          ...ports.map((port) =>
            `server 127.0.0.1:${port}${ports.length > 1 ? " max_fails=0" : ""};`
          ),
          "keepalive 32;",
          "}",
        ].join("\n");
      await write(started.upstreamFile, `${upstream("api", api)}\n${upstream("web", web)}\n`);
      await started.reload();
    },
    async reload() {
      const before = await workersOf(child.pid);
      await runProgram(nginx, [...args, "-s", "reload"]);
      // Workers of before answer until they are through with what they have.
      await until("nginx to take its new configuration", async () => {
        const now = await workersOf(child.pid);
        return now.length >= WORKERS && !now.some((pid) => before.includes(pid));
      }, { pollEvery: 20 });
    },
    accessLog: () => Deno.readTextFile(join(folder, "log/mypacer_access.log")),
    errorLog: () => Deno.readTextFile(join(folder, "log/mypacer_error.log")),
    async [Symbol.asyncDispose]() {
      agent.destroy();
      child.kill("SIGTERM");
      await child.status;
      await Deno.remove(folder, { recursive: true });
    },
  };
  await untilListening(https);
  return started;
}

/**
 * The repository's configuration, in this folder and on these ports; every limit and header stays.
 */
function relocate(
  text: string,
  { folder, http, https, rate }: {
    folder: string;
    http: number;
    https: number;
    rate: string | undefined;
  },
): string {
  const moved = text
    .replaceAll(/^ *listen \[::\].*\n/gm, "")
    .replaceAll(/listen 80;/g, `listen 127.0.0.1:${http};`)
    .replaceAll(/listen 443 /g, `listen 127.0.0.1:${https} `)
    .replaceAll(/\/etc\/letsencrypt\/live\/[^/]+\//g, `${folder}/tls/`)
    .replaceAll("/etc/nginx/", `${folder}/etc/`)
    .replaceAll("/var/log/nginx/", `${folder}/log/`)
    .replaceAll("/var/cache/nginx/mypacer", `${folder}/cache`)
    .replaceAll("/var/www/", `${folder}/www/`);
  return rate === undefined ? moved : moved.replaceAll(/rate=\d+r\/[sm]/g, `rate=${rate}`);
}

/**
 * What Debian's nginx.conf does, as far as it matters. Workers keep the account that owns the
 * folder.
 */
function mainConfiguration(folder: string): string {
  return `
${Deno.uid() === 0 ? "user root;" : ""}
daemon off;
worker_processes ${WORKERS};
pid ${folder}/nginx.pid;
events { worker_connections 512; }
http {
  types { text/html html; }
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  # Tests ask as visitors whose addresses this machine does not have.
  set_real_ip_from 127.0.0.1;
  real_ip_header ${ADDRESS_HEADER};
  include ${folder}/etc/conf.d/*.conf;
  include ${folder}/etc/sites/*.conf;
}
`;
}

function isBefore1_25(): boolean {
  const nginx = findTool("nginx");
  if (nginx === null) return true;
  const { stderr } = new Deno.Command(nginx, { args: ["-v"] }).outputSync();
  const [, minor = "22"] = /nginx\/1\.(\d+)/.exec(new TextDecoder().decode(stderr)) ?? [];
  return Number(minor) < 25;
}

async function makeCertificate(folder: string): Promise<string> {
  await runProgram("openssl", [
    ..."req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2".split(" "),
    ..."-subj /CN=mypacer.fr -keyout".split(" "),
    join(folder, "privkey.pem"),
    "-out",
    join(folder, "fullchain.pem"),
    "-addext",
    "subjectAltName=DNS:mypacer.fr,DNS:www.mypacer.fr,DNS:stage.mypacer.fr",
  ]);
  await Deno.copyFile(join(folder, "fullchain.pem"), join(folder, "chain.pem"));
  return await Deno.readTextFile(join(folder, "fullchain.pem"));
}

/** Runs a program. @throws {Error} With what it said, when it fails. */
export async function runProgram(program: string, args: readonly string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(program, { args: [...args], stdin: "null" })
    .output();
  if (!success) throw new Error(`${program} failed: ${new TextDecoder().decode(stderr)}`);
}

async function write(path: string, text: string): Promise<void> {
  await Deno.mkdir(dirname(path), { recursive: true });
  await Deno.writeTextFile(path, text);
}

function optionsOf(path: string, { method, from, host = "mypacer.fr", headers }: Asked) {
  return {
    path,
    method: method ?? "GET",
    headers: { host, ...headers },
    ...from === undefined ? {} : { localAddress: from },
  };
}

type Message = import("node:http").IncomingMessage;

function ask(
  begin: (done: (message: Message) => void) => import("node:http").ClientRequest,
  body?: string,
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = begin((message) => {
      const chunks: Uint8Array[] = [];
      message.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      message.on("error", reject);
      message.on("aborted", () => reject(new Error("The answer was cut off")));
      message.on("end", () => {
        const raw = message.rawHeaders;
        const headers = raw.flatMap((name, index): [string, string][] =>
          index % 2 === 0 ? [[name.toLowerCase(), raw[index + 1] ?? ""]] : []
        );
        const bytes = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
        let at = 0;
        for (const chunk of chunks) {
          bytes.set(chunk, at);
          at += chunk.length;
        }
        resolve({
          status: message.statusCode ?? 0,
          headers,
          body: bytes,
          text: new TextDecoder().decode(bytes),
        });
      });
    });
    sent.on("error", (error) => {
      // The server may close an idle connection just when it is used again: whoever keeps one asks
      // anew.
      if (sent.reusedSocket) ask(begin, body).then(resolve, reject);
      else reject(error);
    });
    sent.end(body);
  });
}

/** Ids of the processes that a process began. */
async function workersOf(pid: number): Promise<string[]> {
  const children = await readProcFile(`/proc/${pid}/task/${pid}/children`) ?? "";
  return children.trim().split(" ").filter((id) => id !== "");
}

/** Waits until something listens on a port of this machine. */
export async function untilListening(port: number): Promise<void> {
  await until(`something on port ${port}`, async () => {
    try {
      (await Deno.connect({ hostname: "127.0.0.1", port })).close();
      return true;
    } catch (error) {
      if (!(error instanceof Deno.errors.ConnectionRefused)) throw error;
      return false;
    }
  }, { pollEvery: 20 });
}
