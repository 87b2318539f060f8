/** What is watched: the alert rules, the dashboard's queries, and that metrics name nobody. */
import { assert, assertEquals } from "@std/assert";
import { pathTo } from "../dev/paths.ts";
import { Metrics } from "../api/observation/metrics.ts";
import { startBuiltSite } from "../web/testing/built_site.ts";
import { missingTools, testWith } from "./testing/tools.ts";
import { serveLocally } from "@mypacer/shared/testing/local_server.ts";

const folder = pathTo("../ops/observability");
const missing = missingTools("promtool");

async function promtool(...args: string[]): Promise<void> {
  const { success, stdout, stderr } = await new Deno.Command("promtool", { args, cwd: folder })
    .output();
  assert(success, new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr));
}

testWith(
  missing,
  "promtool accepts the configuration, and the alerts fire when an objective is missed",
  async () => {
    const copy = await Deno.makeTempDir({ prefix: "mypacer-prometheus-" });
    const text = await Deno.readTextFile(`${folder}/prometheus.yml`);
    await Deno.writeTextFile(`${copy}/prometheus.yml`, text.replace("/etc/prometheus", folder));
    await promtool("check", "config", `${copy}/prometheus.yml`);
    await Deno.remove(copy, { recursive: true });
    await promtool("test", "rules", "alerts_test.yml");
    await promtool("test", "rules", "../point_in_time/alerts_test.yml");
  },
);

/** Names of the metrics that an expression asks for. */
const metricsIn = (text: string) =>
  new Set(text.match(/\b(mypacer_[a-z_]+|http_server_[a-z_]+|probe_[a-z_]+)\b/g) ?? []);

Deno.test("alerts and dashboard ask for metrics that exist", async () => {
  const sources = await Promise.all(
    [
      "api/observation/metrics.ts",
      "api/process_metrics.ts",
      "scraper/observation/metrics.ts",
      "ops/backup.sh",
      "ops/slow_queries.sh",
      "ops/archive.sh",
    ]
      .map((path) => Deno.readTextFile(pathTo(`../${path}`))),
  );
  // The processes put `mypacer_` in front of names that their sources tell without.
  const known = (name: string) =>
    !name.startsWith("mypacer_") ||
    sources.some((text) => text.includes(name.replace(/^mypacer_/, "").replace(/_bucket$/, "")));
  const asked = await Promise.all(
    ["alerts.yml", "../point_in_time/alerts.yml", "grafana/dashboards/mypacer.json"].map((path) =>
      Deno.readTextFile(`${folder}/${path}`)
    ),
  );
  const names = asked.flatMap((text) => [...metricsIn(text)]);
  assert(names.length > 10);
  assertEquals(names.filter((name) => !known(name)), []);
  const metrics = new Metrics();
  metrics.countAnswer({ method: "GET", route: "/athletes", status: 200 }, 0.1);
  assert(
    metrics.toText().includes(
      'mypacer_http_request_duration_seconds_bucket{method="GET",route="/athletes",le="0.5"} 1',
    ),
  );
});

Deno.test("OpenTelemetry tells how long pages take, and no name that was searched", async () => {
  const told: Record<string, string> = {};
  const arrived = Promise.withResolvers<void>();
  const collector = serveLocally(async (request) => {
    const { pathname } = new URL(request.url);
    told[pathname] = (told[pathname] ?? "") + await request.text();
    if (told[pathname]?.includes("http.server.request.duration")) arrived.resolve();
    return Response.json({});
  });
  {
    await using site = await startBuiltSite("http://127.0.0.1:9", {
      environment: {
        OTEL_DENO: "true",
        OTEL_SERVICE_NAME: "mypacer-web",
        OTEL_TRACES_SAMPLER: "always_off",
        OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
        OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
        OTEL_METRIC_EXPORT_INTERVAL: "200",
      },
    });
    await (await site.ask("/recherche?q=testard")).body?.cancel();
    await arrived.promise;
  }
  await collector[Symbol.asyncDispose]();
  assertEquals(Object.keys(told), ["/v1/metrics"]);
  assert(told["/v1/metrics"]?.includes("mypacer-web"));
  assertEquals(/testard|recherche/i.exec(told["/v1/metrics"] ?? "")?.[0], undefined);
});
