import { assertEquals } from "@std/assert";
import type { Status } from "@mypacer/shared/contract/status.ts";
import { createLogger } from "@mypacer/shared/process/log.ts";
import { DirectoryFacts } from "./directory_facts.ts";

const STATUS: Status = {
  version: "0",
  clubs: 5,
  athletes: 10,
  updated_at: "2026-11-22T03:20:00Z",
  last_run: null,
  running: null,
  last_check: null,
  pages_understood_at: null,
  search_engine: "sql",
  federation: { url: "http://127.0.0.1:8090", simulated: true },
};

/** Figures of an API that knows one athlete more each time, at a time that the test sets. */
function figures({ fails = () => false }: { fails?: () => boolean } = {}) {
  const time = { now: 5_000_000 };
  let asked = 0;
  const facts = new DirectoryFacts({
    now: () => time.now,
    log: createLogger("web", { write: () => {} }),
    status: () => {
      asked++;
      if (fails()) return Promise.reject(new Error("down"));
      return Promise.resolve({ ...STATUS, athletes: 10 + asked });
    },
  });
  return { time, athletes: async () => (await facts.current())?.athletes, asked: () => asked };
}

Deno.test("the directory's figures are read anew after a minute, while the last ones are shown", async () => {
  const { time, athletes, asked } = figures();
  assertEquals(await Promise.all([athletes(), athletes()]), [11, 11]);
  time.now += 60_000;
  assertEquals([await athletes(), asked()], [11, 1]);
  time.now += 1;
  assertEquals(await athletes(), 11);
  assertEquals([await athletes(), asked()], [12, 2]);
});

Deno.test("figures of more than two minutes ago are never shown while the API answers", async () => {
  const { time, athletes } = figures();
  assertEquals(await athletes(), 11);
  time.now += 120_001;
  assertEquals(await athletes(), 12);
});

Deno.test("while the API fails the last figures remain, and it is asked once a minute", async () => {
  let down = true;
  const { time, athletes, asked } = figures({ fails: () => down });
  assertEquals([await athletes(), await athletes(), asked()], [undefined, undefined, 1]);
  down = false;
  time.now += 60_001;
  assertEquals([await athletes(), asked()], [12, 2]);
  down = true;
  time.now += 120_001;
  assertEquals([await athletes(), await athletes(), asked()], [12, 12, 3]);
});
