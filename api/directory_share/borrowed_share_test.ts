import { assert, assertEquals } from "@std/assert";
import { createLogger } from "@mypacer/shared/process/log.ts";
import { FakeClock } from "@mypacer/shared/testing/fake_clock.ts";
import { Random } from "@mypacer/shared/testing/random.ts";
import { BorrowedShare, type Lender } from "./borrowed_share.ts";
import { DirectoryShare } from "./directory_share.ts";

const HOUR = 3_600_000;
const NETWORK = "192.0.2.1";

/** A count of 1 % of 400,000 athletes, 2,000 of them at once, and threads that borrow from it. */
function makeThreads(count: number, lending: Partial<Lender> = {}) {
  const clock = new FakeClock();
  const lines: string[] = [];
  const calls: string[] = [];
  const log = createLogger("api", { terminal: false, write: (line) => lines.push(line) });
  const share = new DirectoryShare({
    percent: 1,
    countAthletes: () => Promise.resolve(400_000),
    clock: () => new Date(clock.now()),
    log,
  });
  const lender: Lender = {
    borrowShare(client, ffaIds) {
      calls.push("borrow");
      return share.borrow(client, ffaIds);
    },
    repayShare(repayments) {
      calls.push("repay");
      return Promise.resolve(share.repay(repayments));
    },
    ...lending,
  };
  const threads = Array.from({ length: count }, () => new BorrowedShare({ lender, log, clock }));
  return { share, threads, clock, calls, lines };
}

/** Ids in a row, as the federation gives them. */
const athletes = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => String(7_000_000 + from + index));

Deno.test("BorrowedShare answers of what it borrowed without asking, and pays back within seconds", async () => {
  const { share, threads: [thread], clock, calls } = makeThreads(1);
  assert(thread !== undefined);
  for (let answer = 0; answer < 15; answer++) {
    assertEquals(await thread.take(NETWORK, athletes(answer * 10, 10)), 0);
  }
  assertEquals(calls, ["borrow"]);
  assertEquals(clock.pending, 1);
  clock.advance(5000);
  assertEquals(calls, ["borrow", "repay"]);
  assertEquals(clock.pending, 0);
  // All 150 were counted, none twice.
  assertEquals(await share.take(NETWORK, athletes(0, 2000)), 0);
  assert(await share.take(NETWORK, athletes(2000, 1)) > 0);
});

Deno.test("BorrowedShare lets a network read its whole share and no more, by however many threads", async () => {
  const { share, threads, clock } = makeThreads(3);
  const random = new Random(17);
  const readers = [...threads, share];
  const readAt = new Map<string, number>();
  let refused = 0;
  for (let answer = 0; answer < 4000; answer++) {
    const reader = readers[random.below(readers.length)];
    // Mostly somebody new; now and then who was read lately.
    const ids = athletes(Math.max(0, readAt.size - random.below(20)), 10);
    if (await reader?.take(NETWORK, ids) === 0) {
      for (const id of ids) if (!readAt.has(id)) readAt.set(id, clock.now());
    } else refused++;
    clock.advance(refused > 0 ? HOUR / 60 : 100);
  }
  assert(refused > 0);
  const times = [...readAt.values()];
  for (const end of times) {
    const within = times.filter((at) => at > end - 24 * HOUR && at <= end).length;
    assert(within <= 4000, `${within} within a day`);
  }
  // The 2,000 that may be read at once were, before anything was refused.
  const atOnce = times.filter((at) => at < (times[0] ?? 0) + HOUR / 60 * 30).length;
  assert(atOnce >= 1990, `${atOnce} at once`);
});

Deno.test("BorrowedShare pays back before it asks for more, so that nobody pays twice", async () => {
  const { threads: [thread], calls } = makeThreads(1);
  assert(thread !== undefined);
  for (let answer = 0; answer < 1000; answer++) {
    assertEquals(await thread.take(NETWORK, athletes(answer % 50 * 10, 10)), 0);
  }
  // Each loan is of 150 to 199, or fifteen answers and more.
  assert(calls.filter((name) => name === "borrow").length < 70, `${calls.length}`);
  assertEquals(calls.slice(0, 3), ["borrow", "repay", "borrow"]);
});

Deno.test("BorrowedShare logs what could not be paid back, and answers on", async () => {
  const { threads: [thread], clock, lines } = makeThreads(1, {
    repayShare: () => Promise.reject(new Error("the main thread is gone")),
  });
  assert(thread !== undefined);
  assertEquals(await thread.take(NETWORK, athletes(0, 10)), 0);
  clock.advance(5000);
  await Promise.resolve();
  assertEquals(lines.map((line) => JSON.parse(line).message), [
    "what networks read of their loans was not counted",
  ]);
  assertEquals(await thread.take(NETWORK, athletes(0, 10)), 0);
});
