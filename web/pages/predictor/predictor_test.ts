/**
 * What the predictor shows: results that once ended in an error, in absurd ranges or in nothing.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { findAll, text } from "@mypacer/shared/federation/html.ts";
import { useSampleSite } from "../../testing/sample_site.ts";

const running = useSampleSite();

/** Cells of each row of the table of predictions, by the distance that heads it. */
async function rowsOf(results: string): Promise<Map<string, string[]>> {
  const { response, document } = await running.site.page(`/predictions?r=${results}`);
  assertEquals(response.status, 200, results);
  return new Map(
    findAll(document, ".predictions tbody tr").map((row) => {
      const [head = "", ...cells] = findAll(row, "th, td").map((cell) => text(cell).trim());
      return [head.replace(/couru en .*/, "").trim(), cells];
    }),
  );
}

/** Seconds of each French time in a text: `3h02'10"`, `42'44"`. */
function timesIn(shown: string): number[] {
  return [...shown.matchAll(/(?:(\d+)h)?(\d+)'(\d{2})"/g)]
    .map(([, hours = "0", minutes, seconds]) =>
      Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
    );
}

const CONTRADICTIONS = [
  "20000@1:30:00,21097.5@1:35:00,21097.5@1:42:00",
  "1500@5:00,1609.344@5:20,1500@5:20",
  "10000@42:00,10000@45:00,9500@41:00",
  "5000@17:00,5000@25:00,10000@42:00",
  "15000@57:30,20000@1:06:40,21097.5@1:31:25",
  "5000@20:00,5000@22:00,10000@42:00",
  "10000@40:00,15000@1:10:00,20000@1:25:00",
  "5000@17:00,5000@24:00,10000@42:00",
  "5000@20:00,5000@21:00,5500@22:30",
  "5000@25:00,10000@40:00",
  "5000@20:00,10000@39:00",
  "5000@20:00,10000@40:01",
  "42195@1:59:30",
  "100@0:09.58",
  "200000@23:00:00,100000@8:00:00",
];

Deno.test("no result makes the predictor fail, nor say what nobody can run", async () => {
  for (const results of CONTRADICTIONS) {
    const marathon = (await rowsOf(results)).get("Marathon") ?? [];
    for (const cell of marathon) {
      const times = timesIn(cell);
      for (const time of times) {
        // From the best of the world to twice the pace of a walk; see `human_limits.ts`.
        assert(time >= 7170 && time <= 50_634, `${results}: ${cell}`);
      }
      // Time, fast and slow end, and Riegel's for those who fade.
      if (times.length > 0) assert((times[2] ?? NaN) <= 2 * (times[1] ?? NaN), cell);
    }
  }
});

Deno.test("a curve that gets faster with the distance is no curve", async () => {
  for (const results of ["5000@25:00,10000@40:00", "5000@20:00,10000@39:00"]) {
    const { text } = await running.site.page(`/predictions?r=${results}`);
    assertStringIncludes(text, "chiffres invraisemblables");
    assert(!/Exposant personnel\s*0,/.test(text), results);
  }
});

Deno.test("slow runners get their half and marathon, marked where the model is carried further", async () => {
  for (const time of ["55:00", "1:05:00", "1:15:00"]) {
    const rows = await rowsOf(`10000@${time}`);
    const [, ...half] = rows.get("Semi") ?? [];
    const [, ...marathon] = rows.get("Marathon") ?? [];
    for (const cells of [half, marathon]) {
      assert(cells.filter((cell) => timesIn(cell).length >= 3).length >= 4, cells.join(" | "));
    }
    assert(marathon.some((cell) => cell.includes("prolongé")), marathon.join(" | "));
  }
});

Deno.test("sex and age are fields of their own, kept in the address, and move MyPacer's figure", async () => {
  const response = await running.site.ask("/predictions?d=semi&t=1h40&d=&t=&sex=F&age=52");
  await response.body?.cancel();
  assertEquals(response.headers.get("location"), "/predictions?r=21097.5@1:40:00&sex=F&age=52");
  const marathon = async (runner: string) =>
    (await rowsOf(`21097.5@1:40:00${runner}`)).get("Marathon")?.[0] ?? "";
  const [untold, woman, man] = [
    await marathon(""),
    await marathon("&sex=F"),
    await marathon("&sex=M"),
  ];
  // Women of the sample faded less: the same half marathon made a faster marathon of it.
  assert((timesIn(woman)[0] ?? NaN) < (timesIn(man)[0] ?? NaN), `${woman} | ${man}`);
  assert(timesIn(untold).length === 3, untold);
  const refusal = await running.site.page("/predictions?r=10000@45:00&age=300");
  assertEquals(refusal.response.status, 400);
  assertStringIncludes(refusal.text, "300");
});

Deno.test("the page of the models tells the sample, its bias, and how often each model was right", async () => {
  const { response, document, text: page } = await running.site.page("/modeles");
  assertEquals(response.status, 200);
  const tables = findAll(document, ".errors")
    .map((table) => findAll(table, "tbody tr").map((row) => text(row)));
  assertEquals(tables.map((rows) => rows.length), [9, 9]);
  assert(tables.every(([first]) => first?.startsWith("MyPacer")));
  for (const fact of ["88 %", "3h08'40", "bench:predictions", "plus rapides que la foule"]) {
    assertStringIncludes(page, fact);
  }
  assertEquals((await running.site.page("/en/models")).response.status, 200);
});
