import { assert, assertEquals, assertRejects } from "@std/assert";
import { FakeClock } from "../testing/fake_clock.ts";
import { HeavyWork, TooBusyError } from "./heavy_work.ts";

/** A piece of work: when it began and ended, ms. */
interface Piece {
  name: number;
  began: number;
  ended: number;
}

/** Heavy work, a clock that moves when nothing else is left to do, and what was done when. */
function open(options: { longestWait?: number } = {}) {
  const clock = new FakeClock();
  const heavy = new HeavyWork({ ...options, clock });
  const pieces: Piece[] = [];
  return {
    clock,
    heavy,
    pieces,
    /** Keeps the thread busy. */
    work(name: number, duration: number) {
      const began = clock.now();
      clock.keepBusy(duration);
      pieces.push({ name, began, ended: clock.now() });
    },
    /** Lets time pass as long as timers are left. */
    async pass() {
      await settle();
      for (; clock.pending > 0; await settle()) clock.advanceToNext();
    },
    /** How long the thread rested before each piece but the first, ms. */
    rests: () => pieces.slice(1).map(({ began }, index) => began - (pieces[index]?.ended ?? NaN)),
  };
}

/** Lets what was resolved come through. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 20; turns++) await Promise.resolve();
}

Deno.test("run() does one piece at a time, in order, and rests as long as each took", async () => {
  const { heavy, pieces, work, pass, rests } = open();
  const all = [12, 30, 5, 12, 1].map((took, name) => heavy.run(() => work(name, took)));
  await pass();
  await Promise.all(all);
  assertEquals(pieces.map(({ name }) => name), [0, 1, 2, 3, 4]);
  assertEquals(rests(), [12, 30, 5, 12]);
  assertEquals([heavy.refused, heavy.waiting], [0, 0]);
});

Deno.test("turn() rests as long as the piece took, even where that is longer than expected", async () => {
  const { heavy, pieces, work, pass, rests } = open();
  const all = Array.from({ length: 4 }, async (_, name) => {
    await heavy.turn(1);
    work(name, 12);
  });
  await pass();
  await Promise.all(all);
  assertEquals(pieces.map(({ name }) => name), [0, 1, 2, 3]);
  assertEquals(rests(), [12, 12, 12]);
});

Deno.test("light work is done between two heavy pieces", async () => {
  const { clock, heavy, pieces, work, pass } = open();
  // Comes back as soon as it is done.
  const seen: number[] = [];
  const doLightWork = () => {
    seen.push(pieces.length);
    if (pieces.length < 5) clock.timer(1, doLightWork);
  };
  doLightWork();
  const all = Array.from({ length: 5 }, (_, name) => heavy.run(() => work(name, 10)));
  await pass();
  await Promise.all(all);
  // After each piece, and never two of them later.
  assertEquals([...new Set(seen)], [0, 1, 2, 3, 4, 5]);
});

Deno.test("run() refuses what would wait among too many, or for too long, and goes on", async () => {
  const { heavy, work, pass } = open();
  const many = Promise.allSettled(
    Array.from({ length: 20 }, (_, name) => heavy.run(() => work(name, name === 0 ? 5 : 0))),
  );
  await pass();
  const refused = (await many).flatMap((outcome, name) =>
    outcome.status === "rejected" ? [name] : []
  );
  // One at work and sixteen that wait.
  assertEquals(refused, [17, 18, 19]);

  const hasty = open({ longestWait: 5 });
  const long = hasty.heavy.run(() => hasty.work(0, 100));
  await settle();
  await long;
  const late = assertRejects(() => hasty.heavy.run(() => {}), TooBusyError);
  await settle();
  hasty.clock.advance(5);
  await late;
  assertEquals([hasty.heavy.refused, hasty.heavy.waiting], [1, 0]);
  hasty.clock.advance(95);
  assertEquals(await hasty.heavy.run(() => "done"), "done");
});

Deno.test("run() gives its turn on when the work fails", async () => {
  const { heavy, pass } = open();
  const fails = assertRejects(() =>
    heavy.run(() => {
      throw new RangeError("no such table");
    }), RangeError);
  const next = heavy.run(() => "done");
  await pass();
  await fails;
  assertEquals(await next, "done");
});

Deno.test("heavy work goes by a clock that moves by itself unless another is given", async () => {
  const heavy = new HeavyWork();
  assertEquals(await Promise.all([heavy.run(() => 1), heavy.run(() => 2)]), [1, 2]);
  assert(heavy.waiting === 0);
});
