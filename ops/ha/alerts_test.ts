/** What is watched of the cluster. */
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { pathTo } from "../../dev/paths.ts";
import { missingTools, testWith } from "../testing/tools.ts";

const folder = pathTo("../ops/ha");

async function promtool(...args: string[]): Promise<void> {
  const { success, stdout, stderr } = await new Deno.Command("promtool", { args, cwd: folder })
    .output();
  assert(success, new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr));
}

testWith(
  missingTools("promtool"),
  "the cluster's alerts fire when it is in danger, and its jobs fit behind the others",
  async () => {
    await promtool("test", "rules", "alerts_test.yml");
    const copy = await Deno.makeTempDir({ prefix: "mypacer-prometheus-" });
    const main = await Deno.readTextFile(pathTo("../ops/observability/prometheus.yml"));
    const jobs = await Deno.readTextFile(join(folder, "prometheus_jobs.yml"));
    const authority = join(copy, "authority.crt");
    await Deno.writeTextFile(authority, "");
    const text = (main + jobs.replaceAll(/^/gm, "  ")).replaceAll(/\/etc\/prometheus/g, copy)
      .replace("/run/secrets/database_authority", authority);
    await Deno.writeTextFile(join(copy, "alerts.yml"), "groups: []\n");
    await Deno.writeTextFile(join(copy, "prometheus.yml"), text);
    await promtool("check", "config", join(copy, "prometheus.yml"));
    assertEquals(text.match(/job_name: (?:patroni|etcd|haproxy)$/gm)?.length, 3);
    await Deno.remove(copy, { recursive: true });
  },
);
