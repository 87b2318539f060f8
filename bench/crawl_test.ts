import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { fileURLToPath } from "node:url";

/** Runs `deno task bench:crawl` to its end. */
async function bench(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--quiet", "-A", fileURLToPath(new URL("crawl.ts", import.meta.url)), ...args],
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).output();
  const decoder = new TextDecoder();
  return { code, stdout: decoder.decode(stdout), stderr: decoder.decode(stderr) };
}

Deno.test("bench:crawl measures a full load by two scrapers and an unchanged one", async () => {
  const { code, stdout, stderr } = await bench(
    "--athletes=600",
    "--clubs=6",
    "--seasons=2",
    "--scrapers=2",
  );
  assertEquals(code, 0, stderr);
  const figures = JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "");
  const { state, scrapers, athletes, unchanged_rows_written, requests, naive_requests } = figures;
  assertEquals({ state, scrapers, athletes, unchanged_rows_written }, {
    state: "finished",
    scrapers: 2,
    athletes: 600,
    unchanged_rows_written: 0,
  });
  assertEquals(naive_requests, requests + athletes);
  assertEquals(figures.requests_per_athlete, Number((requests / athletes).toFixed(4)));
  for (const name of ["seconds", "pages_per_second", "rows_per_second"]) {
    assert(figures[name] > 0, name);
  }
  for (const name of ["parse_cpu", "sql_client_cpu", "database_cpu", "simulator_cpu", "idle"]) {
    assert(figures.cost[name] > 0, name);
  }
  // Known by their version: none is parsed again.
  assertEquals(figures.unchanged_cost.parse_cpu, 0);
  assert(figures.unchanged_cost.transactions > 0);
});

Deno.test("bench:crawl refuses a size that is none", async () => {
  const { code, stderr } = await bench("--athletes=many");
  assert(code !== 0);
  assertStringIncludes(
    stderr,
    '--athletes: "many" was given; accepted: a whole number from 1 to 2000000',
  );
});
