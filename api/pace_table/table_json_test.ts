import { assertEquals } from "@std/assert";
import { PaceTable } from "@mypacer/shared/contract/pace_table.ts";
import { createTestApp } from "../testing/test_app.ts";
import { round2, round2Json } from "./round.ts";
import { generatedTableJson } from "./table_json.ts";
import { Random } from "@mypacer/shared/testing/random.ts";

Deno.test("round2() rounds to the nearest hundredth", () => {
  assertEquals(round2(482.802), 482.8);
  assertEquals(round2(434.5218), 434.52);
  assertEquals(round2(59.996), 60);
  assertEquals(round2(13.333333333333334), 13.33);
  // 1.005 is a little less than that in binary.
  assertEquals(round2(1.005), 1);
});

Deno.test("round2() gives a tie to the even neighbor, as the original does", () => {
  assertEquals(round2(28.125), 28.12);
  assertEquals(round2(9.375), 9.38);
  assertEquals(round2(5.625), 5.62);
  assertEquals(round2(0.875), 0.88);
});

Deno.test("round2Json() writes what JSON makes of round2()", () => {
  const random = new Random(1);
  const values = [0, 0.005, 0.125, 1.005, 8.345, 59.995, 59.996, 99.999, 100, 1e9, 1e9 + 0.5, 7e14];
  for (let index = 0; index < 20_000; index++) {
    values.push(random.next() * 10 ** (index % 9));
    // Near a half, and as tables have them.
    values.push(index / 200, (index * 0.1 + 60) * 1.609344, Math.round(index * 7.7) / 8);
  }
  for (const value of values) assertEquals(round2Json(value), JSON.stringify(round2(value)));
});

Deno.test("generatedTableJson() writes a distance given twice once, keys in the order given", () => {
  assertEquals(
    generatedTableJson({ slowest: 300, fastest: 300, step: 1, distances: [1000, 400, 1000, 0.5] }),
    '[{"pace":300,"speed":12,"1000":300,"400":120,"0.5":0.15}]',
  );
});

Deno.test("GET and POST /pace-table answer the same table, worked out by hand", async () => {
  await using app = await createTestApp();
  const got = await app.fetch(
    "/pace-table?slowest=300&fastest=240&step=30&distances=400,5000,21097.5",
  );
  const table = PaceTable.parse(await got.json());
  assertEquals(table, {
    slowest: 300,
    fastest: 240,
    step: 30,
    distances: [400, 5000, 21097.5],
    rows: [
      { pace: 300, speed: 12, times: [120, 1500, 6329.25] },
      { pace: 270, speed: 13.33, times: [108, 1350, 5696.32] },
      { pace: 240, speed: 15, times: [96, 1200, 5063.4] },
    ],
  });
  const posted = await app.fetch("/pace-table", {
    method: "POST",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({ slowest: 300, fastest: 240, step: 30, distances: [400, 5000, 21097.5] }),
  });
  assertEquals(PaceTable.parse(await posted.json()), table);
});

Deno.test("GET /pace-table without parameters answers the default table", async () => {
  await using app = await createTestApp();
  const table = PaceTable.parse(await (await app.fetch("/pace-table")).json());
  assertEquals([table.slowest, table.fastest, table.step, table.rows.length], [390, 180, 5, 43]);
  assertEquals(table.distances.length, 18);
});
