import { assert, assertEquals, assertRejects } from "@std/assert";
import { HeavyWork, TooBusyError } from "./heavy_work.ts";

/** Keeps the thread busy, ms. */
function work(duration: number): void {
  for (const end = performance.now() + duration; performance.now() < end;);
}

/** A piece of work: when it began and ended. */
interface Piece {
  name: number;
  began: number;
  ended: number;
}

function assertOneAtATime(pieces: readonly Piece[], rest: number): void {
  assertEquals(pieces.map(({ name }) => name), pieces.map((_, index) => index));
  for (const [index, piece] of pieces.entries()) {
    const rested = piece.began - (pieces[index - 1]?.ended ?? -Infinity);
    assert(rested >= rest, `rested ${rested} ms`);
  }
}

Deno.test("run() does one piece at a time, in order, and rests as long as each took", async () => {
  const heavy = new HeavyWork();
  const pieces: Piece[] = [];
  await Promise.all(Array.from({ length: 5 }, (_, name) =>
    heavy.run(() => {
      const began = performance.now();
      work(12);
      pieces.push({ name, began, ended: performance.now() });
    })));
  // Timers are whole milliseconds.
  assertOneAtATime(pieces, 11);
  assertEquals([heavy.refused, heavy.waiting], [0, 0]);
});

Deno.test("turn() rests as long as the piece took, even where that is longer than expected", async () => {
  const heavy = new HeavyWork();
  const pieces: Piece[] = [];
  await Promise.all(Array.from({ length: 4 }, async (_, name) => {
    await heavy.turn(1);
    const began = performance.now();
    work(12);
    pieces.push({ name, began, ended: performance.now() });
  }));
  assertOneAtATime(pieces, 11);
  // Its own end comes after the piece.
  await heavy.run(() => {});
});

Deno.test("light work is done between two heavy pieces", async () => {
  const heavy = new HeavyWork();
  let done = 0;
  const all = Promise.all(Array.from({ length: 5 }, () =>
    heavy.run(() => {
      work(10);
      done++;
    })));
  const waitedFor: number[] = [];
  while (done < 5) {
    const before = done;
    await new Promise((resolve) => setTimeout(resolve, 1));
    waitedFor.push(done - before);
  }
  await all;
  assert(Math.max(...waitedFor) <= 1, `${waitedFor}`);
});

Deno.test("run() refuses what would wait among too many, or for too long, and goes on", async () => {
  const heavy = new HeavyWork();
  const many = await Promise.allSettled(
    Array.from({ length: 20 }, (_, name) => heavy.run(() => work(name === 0 ? 5 : 0))),
  );
  assertEquals(many.filter(({ status }) => status === "rejected").length, 3);
  const hasty = new HeavyWork({ longestWait: 5 });
  await hasty.run(() => work(100));
  await assertRejects(() => hasty.run(() => {}), TooBusyError);
  assertEquals([hasty.refused, hasty.waiting], [1, 0]);
  await new Promise((resolve) => setTimeout(resolve, 100));
  assertEquals(await hasty.run(() => "done"), "done");
});

Deno.test("run() gives its turn on when the work fails", async () => {
  const heavy = new HeavyWork();
  const fails = heavy.run(() => {
    throw new RangeError("no such table");
  });
  const next = heavy.run(() => "done");
  await assertRejects(() => fails, RangeError);
  assertEquals(await next, "done");
});
