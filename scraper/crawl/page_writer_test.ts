import { assertEquals, assertRejects } from "@std/assert";
import { until } from "@mypacer/shared/testing/until.ts";
import { noCounters } from "../plan/counters.ts";
import { PageWriter } from "./page_writer.ts";
import type { TaskOutcome } from "./task_outcome.ts";

/** Pages of one transaction at most. */
const FULL = 24;

/** A page that failed: its content does not matter here. */
function page(number: number): TaskOutcome {
  return {
    kind: "failed",
    task: {
      kind: "roster",
      season: 2026,
      key: "075999",
      page: number,
      attempts: 1,
      total: null,
      known: null,
    },
    end: { state: "failed", error: "", notBefore: null },
  };
}

/** A writer whose transactions last until the test ends them. */
function openWriter({ onStored = () => {} }: { onStored?: () => Promise<void> | void } = {}) {
  const transactions: { pages: number; end: (error?: Error) => void }[] = [];
  let running = 0;
  let most = 0;
  const stored: number[] = [];
  const writer = new PageWriter(async (outcomes) => {
    most = Math.max(most, ++running);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    transactions.push({
      pages: outcomes.length,
      end: (error) => error ? reject(error) : resolve(),
    });
    try {
      await promise;
    } finally {
      running--;
    }
    return noCounters();
  }, async (outcomes) => {
    await onStored();
    stored.push(...outcomes.map(({ task }) => task.page));
  });
  return { writer, transactions, stored, most: () => most };
}

/** Puts pages one after the other, as a lane does; counts those that the writer has taken. */
function putPages(writer: PageWriter, pages: number) {
  const progress = { taken: 0 };
  const done = (async () => {
    for (let number = 1; number <= pages; number++) {
      await writer.put(page(number));
      progress.taken = number;
    }
  })();
  return { progress, done };
}

Deno.test("PageWriter takes pages while transactions run, up to what waits for the next two", async () => {
  const { writer, transactions, stored } = openWriter();
  const { progress, done } = putPages(writer, 5 * FULL);
  await until("two transactions", () => transactions.length === 2);
  // The last one is in the writer's hands, and its lane waits.
  await until("a lane that waits", () => progress.taken === 4 * FULL - 1);
  assertEquals(transactions.map(({ pages }) => pages), [FULL, FULL]);
  assertEquals(stored, []);

  // One transaction ends, the other does not: there is room again.
  transactions[1]?.end();
  await until("more pages", () => progress.taken === 5 * FULL - 1);
  assertEquals([transactions.length, stored.length], [3, FULL]);

  const drained = done.then(() => writer.drain());
  for (let ended = 0; ended < 5; ended++) {
    await until("the next transaction", () => transactions.length > ended);
    transactions[ended]?.end();
  }
  await drained;
  assertEquals(
    stored.toSorted((a, b) => a - b),
    Array.from({ length: 5 * FULL }, (_, index) => index + 1),
  );
});

Deno.test("PageWriter begins a second transaction only when it is full", async () => {
  const { writer, transactions, most } = openWriter();
  await writer.put(page(1));
  await until("a transaction", () => transactions.length === 1);
  for (let number = 2; number <= FULL; number++) await writer.put(page(number));
  assertEquals(transactions.map(({ pages }) => pages), [1]);
  await writer.put(page(FULL + 1));
  await until("another transaction", () => transactions.length === 2);
  await writer.put(page(FULL + 2));
  assertEquals(transactions.map(({ pages }) => pages), [1, FULL]);
  for (const { end } of transactions) end();
  await until("the last transaction", () => transactions.length === 3);
  transactions[2]?.end();
  await writer.drain();
  assertEquals([transactions.length, most()], [3, 2]);
});

Deno.test("PageWriter reports what was stored never twice at once", async () => {
  let reporting = 0;
  let most = 0;
  const report = Promise.withResolvers<void>();
  const { writer, transactions, stored } = openWriter({
    onStored: async () => {
      most = Math.max(most, ++reporting);
      await report.promise;
      reporting--;
    },
  });
  const { done } = putPages(writer, 2 * FULL);
  await until("two transactions", () => transactions.length === 2);
  for (const { end } of transactions) end();
  await done;
  report.resolve();
  await writer.drain();
  assertEquals([stored.length, most], [2 * FULL, 1]);
});

Deno.test("PageWriter ends with the first error, which lanes that wait are thrown as well", async () => {
  const { writer, transactions, stored } = openWriter();
  const lanes = [putPages(writer, 3 * FULL), putPages(writer, 3 * FULL)].map(({ done }) =>
    assertRejects(() => done, Error, "the disk is full")
  );
  await until("two transactions", () => transactions.length === 2);
  transactions[0]?.end(new Error("the disk is full"));
  await Promise.all(lanes);
  // What was under way is stored.
  transactions[1]?.end();
  await assertRejects(() => writer.drain(), Error, "the disk is full");
  assertEquals([transactions.length, stored.length], [2, FULL]);
});
