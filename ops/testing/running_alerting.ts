import { join } from "node:path";
import { parse, stringify } from "yaml";
import { pathTo } from "../../dev/paths.ts";
import { freePorts } from "../../shared/process/free_ports.ts";
import { type MailServer, startMailServer } from "./mail_server.ts";
import { findTool } from "./tools.ts";
import { until } from "@mypacer/shared/testing/until.ts";
import { serveLocally } from "@mypacer/shared/testing/local_server.ts";

const folderOf = pathTo("../ops/observability");
const decoder = new TextDecoder();

/** One alert of what Alertmanager posts to a webhook. */
export interface PostedAlert {
  status: "firing" | "resolved";
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** What was posted to the receiver on loopback. */
export interface Receiver extends AsyncDisposable {
  url: string;
  alerts: PostedAlert[];
  heartbeats: number;
}

/** A receiver of webhooks (`/alert`) and of heartbeats (`/heartbeat`). */
export function startReceiver(): Receiver {
  const server = serveLocally(async (request) => {
    const { alerts } = await request.json();
    if (new URL(request.url).pathname === "/heartbeat") receiver.heartbeats++;
    else receiver.alerts.push(...alerts);
    return new Response();
  });
  const receiver: Receiver = {
    url: server.url,
    alerts: [],
    heartbeats: 0,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
  return receiver;
}

/** Lines of a .env file by which `ops/alert.sh` sends. */
export function alertVariables({ mail, receiver, password = "" }: {
  mail?: MailServer;
  receiver?: Receiver;
  password?: string;
}): Record<string, string> {
  return {
    ...mail && {
      ALERT_MAIL_TO: "operator@example.org,second@example.org",
      ALERT_MAIL_FROM: "mypacer@example.org",
      SMTP_HOST: `127.0.0.1:${mail.port}`,
      SMTP_TLS: "no",
    },
    ...mail && password && { SMTP_USER: "mypacer", SMTP_PASSWORD: password },
    ...receiver && {
      ALERT_WEBHOOK_URL: `${receiver.url}/alert`,
      ALERT_HEARTBEAT_URL: `${receiver.url}/heartbeat`,
    },
  };
}

/**
 * Runs `ops/alert.sh`.
 *
 * @param variables What its .env says beside what is required.
 */
export async function runAlert(args: string[], variables: Record<string, string>) {
  const folder = await Deno.makeTempDir({ prefix: "mypacer-alert-" });
  const all = {
    COMPOSE_PROJECT_NAME: "mypacer-test",
    GHCR_OWNER: "example",
    POSTGRES_PASSWORD: "not-used-here",
    SITE_URL: "https://mypacer.fr",
    FEDERATION_CONTACT: "nobody@example.org",
    OPPOSITION_KEY: "not-used-here-not-used-here-not-used-here",
    RELEASES_FOLDER: `${folder}/releases`,
    ...variables,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}=${value}`);
  await Deno.writeTextFile(`${folder}/env`, lines.join("\n"));
  const { code, stdout, stderr } = await new Deno.Command(pathTo("../ops/alert.sh"), {
    args,
    env: { ENV_FILE: `${folder}/env` },
    stdin: "null",
  }).output();
  await Deno.remove(folder, { recursive: true });
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

/**
 * Prometheus and Alertmanager as they run in production, but for what they watch and how long they
 * wait.
 */
export interface RunningAlerting extends AsyncDisposable {
  alertmanager: string;
  mail: MailServer;
  receiver: Receiver;
  /** What `.env` says. */
  variables: Record<string, string>;
  /** Sets what the scraper's metrics say. */
  setMetrics(text: string): void;
}

const ready = (url: string) =>
  until(url, async () => {
    const answer = await fetch(`${url}/-/ready`).catch(() => null);
    await answer?.body?.cancel();
    return answer?.ok;
  });

/**
 * Starts the alerting of this repository with a mail server and a receiver of webhooks on loopback.
 */
export async function runAlerting(): Promise<RunningAlerting> {
  await using parts = new AsyncDisposableStack();
  const folder = await Deno.makeTempDir({ prefix: "mypacer-alerting-" });
  parts.defer(() => Deno.remove(folder, { recursive: true }));
  const password = `it's "quoted" \\ ${crypto.randomUUID()}`;
  const mail = parts.use(await startMailServer({ user: "mypacer", password }));
  const receiver = parts.use(startReceiver());
  let metrics = "";
  const scraper = parts.use(
    serveLocally(() =>
      new Response(metrics, { headers: { "content-type": "text/plain; version=0.0.4" } })
    ),
  );
  const [alertmanagerPort = 0, prometheusPort = 0] = freePorts(2);
  const variables = {
    ...alertVariables({ mail, receiver, password }),
    ALERTMANAGER_PORT: String(alertmanagerPort),
    PROMETHEUS_PORT: String(prometheusPort),
  };
  const begin = (command: string, args: string[], env: Record<string, string> = {}) => {
    const child = new Deno.Command(command, {
      args,
      env,
      cwd: folder,
      stdin: "null",
      stdout: "null",
      stderr: Deno.env.get("DEBUG_ALERTING") ? "inherit" : "null",
    }).spawn();
    parts.defer(async () => {
      child.kill("SIGTERM");
      await child.status;
    });
  };

  // The script is the container's; what it starts waits a second where production waits minutes.
  await Deno.writeTextFile(
    join(folder, "alertmanager"),
    `#!/bin/sh
sed -i -E 's/(group_wait|group_interval): .*/\\1: 1s/' '${folder}/made/alertmanager.yml'
exec '${findTool("prometheus-alertmanager")}' "$@"
`,
    { mode: 0o755 },
  );
  begin(`${folderOf}/alertmanager.sh`, [
    `--web.listen-address=127.0.0.1:${alertmanagerPort}`,
    `--storage.path=${folder}/alertmanager-data`,
    "--cluster.listen-address=",
  ], {
    ...variables,
    ALERTMANAGER: join(folder, "alertmanager"),
    ALERTMANAGER_FOLDER: join(folder, "made"),
  });

  // What Prometheus cannot hand over it hands over again a minute later.
  const alertmanager = `http://127.0.0.1:${alertmanagerPort}`;
  await ready(alertmanager);

  const config = parse(await Deno.readTextFile(`${folderOf}/prometheus.yml`));
  config.global = { scrape_interval: "1s", evaluation_interval: "1s" };
  config.rule_files = [`${folderOf}/alerts.yml`];
  config.alerting.alertmanagers[0].static_configs[0].targets = [`127.0.0.1:${alertmanagerPort}`];
  config.scrape_configs = config.scrape_configs
    .filter(({ job_name }: { job_name: string }) => job_name === "scraper");
  config.scrape_configs[0].static_configs[0].targets = [scraper.host];
  await Deno.writeTextFile(`${folder}/prometheus.yml`, stringify(config));
  begin(findTool("prometheus") ?? "", [
    `--config.file=${folder}/prometheus.yml`,
    `--storage.tsdb.path=${folder}/prometheus-data`,
    `--web.listen-address=127.0.0.1:${prometheusPort}`,
    // What fires before it has found Alertmanager is sent again at once.
    "--rules.alert.resend-delay=1s",
  ]);

  await ready(`http://127.0.0.1:${prometheusPort}`);
  const running = parts.move();
  return {
    alertmanager,
    mail,
    receiver,
    variables,
    setMetrics: (text) => void (metrics = text),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  };
}
