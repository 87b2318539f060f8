import { assert, assertEquals, assertThrows } from "@std/assert";
import { UsageError } from "@mypacer/shared/process/command_line.ts";
import { readOptions } from "./cli_options.ts";
import { FAULT_KINDS } from "./faults/faults.ts";

const NOW = new Date("2026-11-23T12:00:00Z");
const read = (...words: string[]) =>
  readOptions(words, { now: NOW, port: 8090, host: "127.0.0.1" });

Deno.test("readOptions() has the defaults of the issue, the season that runs as the last", () => {
  assertEquals(read(), {
    help: false,
    port: 8090,
    host: "127.0.0.1",
    clubs: 60,
    athletes: 6000,
    firstSeason: 2025,
    lastSeason: 2027,
    seed: 1,
    today: NOW,
    latency: { min: 0, max: 0 },
    simultaneous: 12,
    faults: [],
  });
});

Deno.test("readOptions() tells the seasons from any two of first, last and number", () => {
  const seasons = (...words: string[]) => {
    const { firstSeason, lastSeason } = read(...words);
    return [firstSeason, lastSeason];
  };
  assertEquals(seasons("--seasons", "22"), [2006, 2027]);
  assertEquals(seasons("--first-season", "2020"), [2020, 2027]);
  assertEquals(seasons("--first-season=2004", "--seasons=22"), [2004, 2025]);
  assertEquals(seasons("--last-season", "2020", "--seasons", "1"), [2020, 2020]);
  assertEquals(seasons("--first-season", "2020", "--last-season", "2022"), [2020, 2022]);
});

Deno.test("readOptions() reads latency as a range or one number", () => {
  assertEquals(read("--latency", "300-1500").latency, { min: 300, max: 1500 });
  assertEquals(read("--latency", "50").latency, { min: 50, max: 50 });
});

Deno.test("readOptions() switches every fault on, each at a rate a crawl can bear", () => {
  const { faults = [] } = read("--faults");
  const kinds = new Set(faults.map(({ kind }) => kind));
  assertEquals(FAULT_KINDS.filter((kind) => !kinds.has(kind)), ["forbidden"]);
  const total = faults.reduce((sum, { rate }) => sum + rate, 0);
  assert(total > 0.1 && total < 0.25, String(total));
  assertEquals(
    faults.filter(({ kind }) => kind === "maintenance").map(({ status }) => status),
    [200, 503],
  );
});

Deno.test("readOptions() refuses in one line that names option, value and what is accepted", () => {
  const refused: [string[], string][] = [
    [["--clubs", "0"], '--clubs: "0" was given; accepted: a whole number from 1 to 20000'],
    [["--athletes", "1e6"], '--athletes: "1e6" was given'],
    [["--athletes=-5"], '--athletes: "-5" was given'],
    [["--port", "70000"], '--port: "70000" was given; accepted: a whole number from 0 to 65535'],
    [["--seed", "4294967296"], '--seed: "4294967296" was given'],
    [["--first-season", "2003"], '--first-season: "2003" was given'],
    [["--seasons", "0"], '--seasons: "0" was given'],
    [["--latency", "9-1"], '--latency: "9-1" was given; accepted: milliseconds'],
    [["--latency", "slow"], '--latency: "slow" was given'],
    [["--first-season", "2026", "--last-season", "2025"], "seasons 2026 to 2025 were asked for"],
    [["--last-season", "2005", "--seasons", "5"], "seasons 2001 to 2005 were asked for"],
    [
      ["--first-season", "2020", "--last-season", "2022", "--seasons", "5"],
      '--seasons: "5" was given; accepted: 3',
    ],
    [["--unknown"], "Unknown option"],
    [["--clubs"], "Option '--clubs <value>' argument missing"],
    [["stray"], "Unexpected argument"],
  ];
  for (const [words, message] of refused) {
    const error = assertThrows(() => read(...words), UsageError, message, words.join(" "));
    assertEquals(error.message.includes("\n"), false);
  }
});
