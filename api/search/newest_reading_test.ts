import { assertEquals, assertRejects } from "@std/assert";
import { newestReading } from "./newest_reading.ts";

/** A reading of numbers that are handed out by the test, one for each time it begins. */
function openReading() {
  const readings: PromiseWithResolvers<number>[] = [];
  const ask = newestReading(() => {
    const reading = Promise.withResolvers<number>();
    readings.push(reading);
    return reading.promise;
  });
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  return { readings, ask, turn };
}

Deno.test("newestReading() reads once for all who ask before it begins, and once more for all who ask meanwhile", async () => {
  const { readings, ask, turn } = openReading();
  const first = [ask(), ask()];
  await turn();
  const second = [ask(), ask(), ask()];
  await turn();
  assertEquals(readings.length, 1);
  readings[0]?.resolve(1);
  assertEquals(await Promise.all(first), [1, 1]);
  await turn();
  assertEquals(readings.length, 2);
  readings[1]?.resolve(2);
  assertEquals(await Promise.all(second), [2, 2, 2]);
  assertEquals(second.map((reading) => reading === second[0]), [true, true, true]);
});

Deno.test("newestReading() reads again after a reading that failed", async () => {
  const { readings, ask, turn } = openReading();
  const failed = assertRejects(ask, Error, "not there");
  await turn();
  const next = ask();
  readings[0]?.reject(new Error("not there"));
  await failed;
  await turn();
  readings[1]?.resolve(2);
  assertEquals(await next, 2);
});
