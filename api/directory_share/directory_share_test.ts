import { assert, assertEquals } from "@std/assert";
import { createLogger } from "@mypacer/shared/process/log.ts";
import { DirectoryShare } from "./directory_share.ts";
import { IdSet } from "./id_set.ts";

const HOUR = 3_600_000;
const log = createLogger("api", { level: "error", terminal: false, write: () => {} });

/** A bound of 1 % of 100,000 athletes: 1,000 a day, 500 of them at once. */
function makeShare(options: { percent?: number; athletes?: number; maxBytes?: number } = {}) {
  const { percent = 1, athletes = 100_000, ...more } = options;
  const time = { now: 0 };
  const share = new DirectoryShare({
    percent,
    countAthletes: () => Promise.resolve(athletes),
    clock: () => new Date(time.now),
    log,
    ...more,
  });
  return { share, time };
}

/** Ids in a row, as the federation gives them. */
const athletes = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => String(7_000_000 + from + index));

Deno.test("IdSet holds what was added, however much, and nothing else", () => {
  const ids = new IdSet();
  const added = athletes(0, 20_000);
  for (const ffaId of [...added, ...added]) ids.add(ffaId);
  assertEquals(ids.size, 20_000);
  assert(added.every((ffaId) => ids.has(ffaId)));
  assert(!athletes(20_000, 20_000).some((ffaId) => ids.has(ffaId)));
  assertEquals(ids.bytes, 32_768 * 4);
});

Deno.test("DirectoryShare gives half of the share at once, and athletes read before for nothing", async () => {
  const { share, time } = makeShare();
  assertEquals(await share.take("192.0.2.1", athletes(0, 500)), 0);
  assertEquals(await share.take("192.0.2.1", athletes(0, 500)), 0);
  // 500 come back in a day: one in 172.8 s.
  assertEquals(await share.take("192.0.2.1", athletes(499, 2)), 173);
  assertEquals(await share.take("192.0.2.2", athletes(499, 2)), 0);
  assertEquals(share.refused, 1);
  time.now += 173_000;
  assertEquals(await share.take("192.0.2.1", athletes(499, 2)), 0);
  assertEquals(await share.take("192.0.2.1", ["1"]), 173);
});

Deno.test("DirectoryShare lets nobody read more than the share within any 24 hours", async () => {
  const { share, time } = makeShare();
  const readAt: number[] = [];
  for (let hour = 0; hour < 96; hour++) {
    // Asks for one more at a time, until refused; and now and then not for hours.
    if (hour % 30 < 20) {
      while (await share.take("192.0.2.1", athletes(readAt.length, 1)) === 0) readAt.push(time.now);
    }
    time.now += HOUR;
  }
  assert(readAt.length > 2000);
  for (const end of readAt) {
    const within = readAt.filter((at) => at > end - 24 * HOUR && at <= end).length;
    assert(within <= 1000, `${within} within a day`);
  }
});

Deno.test("DirectoryShare takes what it lends at once, and takes back what is left and who was read before", async () => {
  const { share } = makeShare({ athletes: 400_000 });
  // 2,000 at once, less 10; a tenth of that is lent.
  assertEquals(await share.borrow("192.0.2.1", athletes(0, 10)), { wait: 0, lent: 199 });
  const rest = 1990 - 199;
  assert(await share.take("192.0.2.1", athletes(1000, rest + 1)) > 0);
  // 30 answered of the loan: 10 of them were read before, 10 twice.
  const ffaIds = [...athletes(0, 20), ...athletes(10, 10)];
  share.repay([{ client: "192.0.2.1", ffaIds, left: 169 }]);
  assert(await share.take("192.0.2.1", athletes(1000, 1981)) > 0);
  assertEquals(await share.take("192.0.2.1", athletes(1000, 1980)), 0);
  assertEquals(await share.take("192.0.2.1", athletes(0, 20)), 0);
  assert(await share.take("192.0.2.1", athletes(20, 1)) > 0);
});

Deno.test("DirectoryShare lends nothing of what is little, and no more than fifty answers of what is much", async () => {
  const { share } = makeShare();
  assertEquals(await share.borrow("192.0.2.1", athletes(0, 10)), { wait: 0, lent: 0 });
  assertEquals(await share.borrow("192.0.2.1", athletes(0, 501)), { wait: 173, lent: 0 });
  const { share: large } = makeShare({ athletes: 10_000_000 });
  assertEquals(await large.borrow("192.0.2.1", athletes(0, 10)), { wait: 0, lent: 500 });
  const { share: wide } = makeShare({ athletes: 400_000 });
  // The /48 has less left than the /64 that asks.
  for (const network of ["1", "2", "3"]) {
    assertEquals(
      await wide.take(`2001:db8:1:${network}`, athletes(Number(network) * 2000, 2000)),
      0,
    );
  }
  assertEquals(await wide.take("2001:db8:1:4", athletes(9000, 900)), 0);
  assertEquals(await wide.borrow("2001:db8:1:5", []), { wait: 0, lent: 110 });
});

Deno.test("DirectoryShare bounds the /48 around networks of IPv6 as well", async () => {
  const { share } = makeShare();
  let read = 0;
  for (let network = 0; network < 100; network++) {
    const client = `2001:db8:1:${network.toString(16)}`;
    if (await share.take(client, athletes(network * 100, 100)) === 0) read += 100;
  }
  assertEquals(read, 2000);
  assertEquals(await share.take("2001:db8:2:0", athletes(0, 100)), 0);
});

Deno.test("DirectoryShare leaves enough of a small directory to look around", async () => {
  const { share } = makeShare({ athletes: 300 });
  assertEquals(await share.take("192.0.2.1", athletes(0, 100)), 0);
  assert(await share.take("192.0.2.1", athletes(100, 1)) > 0);
  const { share: unbound } = makeShare({ percent: 0 });
  assertEquals(await unbound.take("192.0.2.1", athletes(0, 90_000)), 0);
});

Deno.test("DirectoryShare stays within its memory, forgetting whoever was away longest", async () => {
  const { share } = makeShare({ maxBytes: 100_000 });
  for (let client = 0; client < 1000; client++) {
    assertEquals(await share.take(`192.0.2.1`, ["1"]), 0);
    assertEquals(await share.take(`net ${client}`, athletes(0, 50)), 0);
    assert(share.bytes <= 100_000, `${share.bytes}`);
  }
  assertEquals(await share.take("net 999", athletes(0, 500)), 0);
  assert(await share.take("net 999", athletes(500, 1)) > 0);
});

Deno.test("DirectoryShare allows the fewest while the directory cannot be counted", async () => {
  const share = new DirectoryShare({
    percent: 1,
    countAthletes: () => Promise.reject(new Error("no database")),
    clock: () => new Date(0),
    log,
  });
  assertEquals(await share.take("192.0.2.1", athletes(0, 100)), 0);
  assert(await share.take("192.0.2.1", athletes(100, 1)) > 0);
});
