import { assert, assertEquals } from "@std/assert";
import { toErrorEvent } from "./event.ts";
import { replaceUnknownWords } from "./words.ts";

const reported = (message: string, fields: Record<string, unknown> = {}) =>
  toErrorEvent({
    part: "api",
    release: "mypacer@1.2.3",
    message,
    fields,
    now: new Date("2026-11-29T10:00:00Z"),
  });

/** Things of a person that must not leave: as they are typed, published, encoded and stored. */
const PERSONAL = [
  "LEFEBVRE-TESTARD Zélie",
  "lefebvre",
  "Zélie",
  "zelie.testard@example.org",
  "7000001",
  "1990-05-17",
  "http://api:8000/athletes?q=lefebvre+testard",
  "https://www.athle.fr/bases/liste.aspx?frmpostback=true&frmnom=LEFEBVRE",
  "/athlete/7000001-zelie-testard",
  "203.0.113.7",
  "12 rue des Lilas",
];

Deno.test("toErrorEvent() tells what failed and where, and of causes as well", () => {
  const cause = Object.assign(new Error('relation "athlete" does not exist'), {
    name: "PostgresError",
    code: "42P01",
    table_name: "athlete",
  });
  const event = reported("the search in memory failed; SQL answers", {
    error: new TypeError("Cannot read properties of undefined (reading 'x')", { cause }),
    route: "/athletes/:ffaId",
  });
  assertEquals(event.transaction, "/athletes/:ffaId");
  assertEquals(event.logentry.formatted, "the search in memory failed; SQL answers");
  assertEquals(event.tags, { code: "42P01", table: "athlete" });
  assertEquals(event.exception?.values.map(({ type, value }) => [type, value]), [
    ["PostgresError", "relation … does not exist"],
    ["TypeError", "Cannot read properties of undefined reading …"],
  ]);
  const frame = event.exception?.values[1]?.stacktrace?.frames.at(-1);
  assertEquals([frame?.filename, frame?.in_app], ["shared/process/errors/event_test.ts", true]);
  assertEquals(event.fingerprint.slice(0, 4), [
    "api",
    "the search in memory failed; SQL answers",
    "TypeError",
    "42P01",
  ]);
});

Deno.test("toErrorEvent() lets nothing of a person through, wherever an error holds it", () => {
  for (const personal of PERSONAL) {
    const spoofed = `x\n    at ${personal} (file:///app/api/${personal}.ts:1:2)`;
    const error = Object.assign(
      new Error(`no athlete ${personal}: "${personal}", ${personal}`, {
        cause: new Error(spoofed),
      }),
      {
        // What postgres.js and fetch add to their errors.
        query: `select * from athlete where name = '${personal}'`,
        parameters: [personal],
        detail: `Key (name)=(${personal}) already exists.`,
        where: `unnamed portal parameter $1 = '${personal}'`,
        url: personal,
        code: personal,
        constraint_name: `${personal} key`,
      },
    );
    const named = new Error("x");
    named.name = personal;
    const odd = new Error(personal);
    odd.stack = `${personal}\n    at ${personal} (${personal}:1:1)`;
    for (const thrown of [error, named, odd, { personal }, personal]) {
      const text = JSON.stringify(
        reported(`cannot read ${personal}`, {
          error: thrown,
          route: personal,
          path: personal,
          body: personal,
          reason: personal,
        }),
      );
      for (const part of personal.split(/[\s/?=&+:]+/)) {
        if (part.length < 3 || ["rue", "des", "true", "api"].includes(part)) continue;
        // Words of ours say nothing.
        if (replaceUnknownWords(part) === part) continue;
        assert(!text.includes(part), `${part} in ${text}`);
      }
    }
  }
});

Deno.test("replaceUnknownWords() knows none of the 60,000 names of the simulated federation", async () => {
  const names: string[] = [];
  for (const file of ["surnames", "given_names"]) {
    const { lines, ...lists } = JSON.parse(
      await Deno.readTextFile(new URL(`../../../simulator/names/${file}.json`, import.meta.url)),
    );
    const texts: string[] = [lines ?? [], ...Object.values(lists)].flat(2)
      .filter((line): line is string => typeof line === "string");
    names.push(...texts.flatMap((line) => line.match(/\p{Lu}{2}[\p{Lu}' -]*/gu) ?? []));
  }
  assert(names.length > 10_000, String(names.length));
  const through = new Set<string>();
  for (const name of names) {
    // As published; behind it no beginning of a sentence.
    const text = replaceUnknownWords(`Cannot read ${name}, ${name} and ${name.toLowerCase()}`);
    if (text.includes(name)) through.add(name);
  }
  assertEquals([...through], []);
});

Deno.test("replaceUnknownWords() shortens rows of words left out, and reads no further than it must", () => {
  assertEquals(replaceUnknownWords("Expected Zoe Martin Dupont, got 12"), "Expected …, …");
  assert(replaceUnknownWords("value ".repeat(10_000)).length <= 1000);
  assertEquals(replaceUnknownWords(""), "…");
});

Deno.test("toErrorEvent() reads errors that are made to fail", () => {
  const endless = new Error("x");
  endless.cause = endless;
  assertEquals(reported("a page failed", { error: endless }).exception?.values.length, 5);
  assertEquals(reported("a page failed", { error: null }).exception, undefined);
});
