import { assertEquals } from "@std/assert";
import { RequestPace } from "./request_pace.ts";

/** Notes requests at given moments, in milliseconds. */
function paceOf(moments: readonly number[]): RequestPace {
  let at = 0;
  const pace = new RequestPace(() => moments[at++] ?? 0);
  for (const _ of moments) pace.begin("records");
  return pace;
}

Deno.test("RequestPace measures the smallest gap between two starts", () => {
  assertEquals(paceOf([]).report(), { smallest_gap_ms: null, most_in_60_s: 0 });
  assertEquals(paceOf([500]).report(), { smallest_gap_ms: null, most_in_60_s: 1 });
  assertEquals(paceOf([0, 1000, 1990, 3500]).report(), { smallest_gap_ms: 990, most_in_60_s: 4 });
  assertEquals(paceOf([0, 5, 5]).report().smallest_gap_ms, 0);
});

Deno.test("RequestPace counts the most requests of any 60 seconds, ends excluded", () => {
  // A quiet minute, then four requests within 59.999 s of each other; the fifth starts a minute
  // after the first of them.
  const moments = [0, 100_000, 120_000, 140_000, 159_999, 160_000, 300_000];
  assertEquals(paceOf(moments).report().most_in_60_s, 4);
  assertEquals(paceOf([0, 60_000, 120_000]).report().most_in_60_s, 1);
});

Deno.test("RequestPace counts on over far more requests than it lists", () => {
  const pace = paceOf(Array.from({ length: 25_000 }, (_, at) => at * 500));
  assertEquals(pace.report(), { smallest_gap_ms: 500, most_in_60_s: 120 });
  const listed = pace.list();
  assertEquals(listed.length, 10_000);
  assertEquals(listed.at(-1), { at: 24_999 * 500, kind: "records", status: null });
});
