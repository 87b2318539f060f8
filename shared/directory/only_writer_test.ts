import { assertEquals } from "@std/assert";

/** Members whose programs reach the database. */
const MEMBERS = ["api", "scraper", "shared"];
/** What is written here alone, and support of tests, which puts rows there for them. */
const EXEMPT = /^shared\/directory\/|_test\.ts$|\/testing\/|\/test_app\.ts$|\/node_modules\//;
const WRITES = new RegExp(
  String.raw`\b(insert\s+into|update|delete\s+from|merge\s+into|truncate)\s+"?` +
    String.raw`(athlete|club|membership|record_page|results_page|opposition)\b`,
  "i",
);

async function* sources(folder: string): AsyncGenerator<string> {
  for await (
    const { name, isDirectory } of Deno.readDir(new URL(`../../${folder}`, import.meta.url))
  ) {
    const path = `${folder}/${name}`;
    if (EXEMPT.test(`${path}/`)) continue;
    if (isDirectory) yield* sources(path);
    else if (name.endsWith(".ts") && !EXEMPT.test(path)) yield path;
  }
}

Deno.test("nothing but shared/directory writes athletes, clubs, memberships, pages and objections", async () => {
  const writers: string[] = [];
  let read = 0;
  for (const member of MEMBERS) {
    for await (const path of sources(member)) {
      read++;
      const text = await Deno.readTextFile(new URL(`../../${path}`, import.meta.url));
      if (WRITES.test(text)) writers.push(path);
    }
  }
  assertEquals([writers, read > 100], [[], true]);
});
