import { assert, assertEquals } from "@std/assert";
import { connect } from "@mypacer/shared/database/connect.ts";
import {
  clusterUrl,
  ensureDatabase,
  openCluster,
  startCluster,
} from "@mypacer/shared/database/embedded_cluster.ts";
import { rosterPage } from "../../simulator/testing/written_pages.ts";
import { ScriptedFederation } from "../testing/scripted_federation.ts";
import { startScript } from "../testing/run_script.ts";

Deno.test("cli waits for a database that is restarted under it, and goes on", async () => {
  await using federation = await ScriptedFederation.open();
  await using parts = new AsyncDisposableStack();
  const folder = await Deno.makeTempDir();
  parts.defer(() => Deno.remove(folder, { recursive: true }));
  const cluster = await openCluster(folder);
  let server = await startCluster(cluster, { port: 0, settings: {} });
  parts.defer(() => server.stop());
  await ensureDatabase(cluster, server.port, "mypacer");
  const url = clusterUrl(cluster, server.port, "mypacer");
  const clubs = Array.from({ length: 20 }, (_, index) => ({
    number: String(44100 + index).padStart(6, "0"),
    name: `Club ${index}`,
    athletes: [{ id: index + 1, name: `ROC A${index}` }],
  }));
  federation.season(2026, clubs);
  let restarts = 0;
  federation.pages.set("roster 044107 2026 p1", async () => {
    if (++restarts === 1) {
      await server.stop();
      server = await startCluster(cluster, { port: server.port, settings: {} });
    }
    return new Response(rosterPage([{ id: 8, name: "ROC A7" }]), {
      headers: { "content-type": "text/html" },
    });
  });
  const { code, stdout, stderr } = await startScript("cli.ts", {
    args: ["--season", "2026", "--no-check"],
    env: {
      DATABASE_URL: url,
      FEDERATION_URL: federation.site.base.href,
      FEDERATION_RATE: "0",
      LOG_LEVEL: "error",
    },
  }).result;
  assertEquals(code, 0, stdout + stderr);
  assertEquals(restarts, 1);
  assert(JSON.parse(stdout).state === "finished");
  const sql = connect({ url, applicationName: "mypacer test", max: 1 });
  const [row] = await sql<{ count: number }[]>`select count(*) from athlete`;
  await sql.end();
  assertEquals(row?.count, 20);
});
