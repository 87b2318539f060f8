import { assert, assertEquals } from "@std/assert";
import { createSimulator } from "./create_simulator.ts";
import { OPTIONS, RECORDS, ROSTER, startSimulator } from "../testing/running_simulator.ts";

Deno.test("/_simulator/counts counts by kind and status, and starts again on DELETE", async () => {
  await using site = startSimulator();
  for (const path of [RECORDS, RECORDS, ROSTER, "/robots.txt", "/athletes/2", "/nowhere"]) {
    await (await site.get(path)).body?.cancel();
  }
  const { body } = await site.control("GET", "/counts");
  assertEquals(body.total, 6);
  assertEquals(body.statuses, { "200": 4, "404": 2 });
  const served = Object.fromEntries(
    Object.entries<number>(body.kinds).filter(([, count]) => count > 0),
  );
  assertEquals(served, { records: 2, roster: 1, robots: 1, athlete: 1, unknown: 1 });
  assertEquals((await site.control("DELETE", "/counts")).status, 204);
  assertEquals((await site.control("GET", "/counts")).body.total, 0);
});

Deno.test("/_simulator/requests lists requests with moment, kind and status", async () => {
  await using site = startSimulator();
  for (const path of [RECORDS, "/nowhere"]) await (await site.get(path)).body?.cancel();
  const { body: requests } = await site.control("GET", "/requests");
  assertEquals(
    requests.map(({ kind, status }: { kind: string; status: number }) => [kind, status]),
    [["records", 200], ["unknown", 404]],
  );
  const { body: counts } = await site.control("GET", "/counts");
  assertEquals(counts.smallest_gap_ms, requests[1].at - requests[0].at);
  assertEquals(counts.most_in_60_s, 2);
  await site.control("DELETE", "/counts");
  assertEquals((await site.control("GET", "/requests")).body, []);
  assertEquals((await site.control("GET", "/counts")).body.smallest_gap_ms, null);
});

Deno.test("/_simulator/faults switches faults on and off while the simulator runs", async () => {
  await using site = startSimulator();
  const status = async (path: string) => {
    const answer = await site.get(path);
    await answer.body?.cancel();
    return answer.status;
  };
  const added = await site.control("POST", "/faults", {
    kind: "forbidden",
    path: "/athletes/*/records",
    times: 2,
  });
  assertEquals(added.status, 201);
  assertEquals(await status(ROSTER), 200);
  assertEquals([await status(RECORDS), await status(RECORDS), await status(RECORDS)], [
    403,
    403,
    200,
  ]);
  const [listed] = (await site.control("GET", "/faults")).body;
  assertEquals([listed.id, listed.struck], [added.body.id, 2]);
  assertEquals((await site.control("DELETE", `/faults/${listed.id}`)).status, 204);
  assertEquals((await site.control("DELETE", `/faults/${listed.id}`)).status, 404);
  await site.control("PUT", "/faults", [{ kind: "unavailable", path: "*frmnclub=075999*" }]);
  assertEquals([await status(ROSTER), await status(RECORDS)], [503, 200]);
  assertEquals((await site.control("DELETE", "/faults")).status, 204);
  assertEquals(await status(ROSTER), 200);
});

Deno.test("/_simulator refuses what it cannot do in one message", async () => {
  await using site = startSimulator();
  for (
    const body of [
      { kind: "nonsense" },
      { kind: "timeout", rate: 2 },
      { kind: "timeout", times: 0 },
      { kind: "timeout", surprise: 1 },
      { rate: 1 },
      "text",
      null,
    ]
  ) {
    const refused = await site.control("POST", "/faults", body);
    assertEquals(refused.status, 400, JSON.stringify(body));
    assertEquals(typeof refused.body.detail, "string");
  }
  assertEquals((await site.control("PUT", "/latency", { min: 9, max: 1 })).status, 400);
  assertEquals((await site.control("PUT", "/simultaneous", { simultaneous: -1 })).status, 400);
  assertEquals((await site.control("GET", "/nowhere")).status, 404);
  assertEquals((await site.control("DELETE", "/latency")).status, 405);
  assertEquals(site.simulator.faults.list(), []);
});

Deno.test("/_simulator sets latency, limit and robots, and tells what there is", async () => {
  await using site = startSimulator();
  assertEquals((await site.control("POST", "/latency", { min: 1, max: 2 })).body, {
    min: 1,
    max: 2,
  });
  assertEquals((await site.control("PUT", "/simultaneous", { simultaneous: 5 })).status, 200);
  const set = await site.get("/_simulator/robots", {
    method: "PUT",
    body: "User-agent: *\nDisallow: /",
  });
  assertEquals(set.status, 204);
  assertEquals(await (await site.get("/robots.txt")).text(), "User-agent: *\nDisallow: /");
  const { body } = await site.control("GET", "/");
  assertEquals(body.settings.latency, { min: 1, max: 2 });
  assertEquals(body.settings.simultaneous, 5);
  assertEquals(body.known_athlete, { ffa_id: "70001989", name: "LEFEVRE Jean-Baptiste" });
  assertEquals(body.known_club, "075999");
});

Deno.test("random faults strike at their rate, the same ones for the same seed", () => {
  const struck = (seed: number) => {
    const { faults } = createSimulator({ ...OPTIONS, seed });
    faults.add({ kind: "unavailable", path: "*", rate: 0.2 });
    const url = new URL(RECORDS, "http://127.0.0.1");
    return Array.from({ length: 2000 }, () => faults.strike(url).answer !== null);
  };
  const first = struck(1);
  const rate = first.filter(Boolean).length / 2000;
  assert(rate > 0.16 && rate < 0.24, String(rate));
  assertEquals(struck(1), first);
  assert(struck(2).some((hit, at) => hit !== first[at]));
});
