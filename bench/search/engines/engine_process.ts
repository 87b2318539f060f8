/**
 * Process of one engine that is written in JavaScript or reached from it. What it reads and writes
 * is told in `measure_engine.ts`.
 *
 * `deno run -A engine_process.ts MODULE PEOPLE_FILE FOLDER`
 */
import process from "node:process";
import { createInterface } from "node:readline";
import { print, say } from "@mypacer/shared/process/command_line.ts";
import type { IndexedPerson, MakeEngine } from "./engine.ts";
import { readPeopleFile } from "./people_file.ts";

/** People between two lines of progress. */
const PROGRESS_EVERY = 200_000;

function* withProgress(people: Iterable<IndexedPerson>): Generator<IndexedPerson> {
  let count = 0;
  for (const person of people) {
    yield person;
    if (++count % PROGRESS_EVERY === 0) say(`  ${count} people indexed`);
  }
}

const [module = "", peopleFile = "", folder = ""] = Deno.args;
const { makeEngine }: { makeEngine: MakeEngine } = await import(`./${module}`);
const engine = await makeEngine(folder);
await engine.build(withProgress(readPeopleFile(peopleFile)));
print(`built ${engine.pid ?? Deno.pid}`);

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
for (;;) {
  const { value: order, done } = await lines.next();
  if (done) break;
  const [seconds = 0, count = 0] = order.split(" ").map(Number);
  const queries = [];
  for (let at = 0; at < count; at++) {
    const { value = "" } = await lines.next();
    const [text = "", plainText = ""] = value.split("\t");
    queries.push({ text, plainText });
  }
  const answers: string[] = [];
  const until = performance.now() + seconds * 1000;
  for (const query of queries) {
    const began = performance.now();
    if (began > until) break;
    const found = await engine.search(query);
    answers.push(`${Math.round((performance.now() - began) * 1000)}\t${found.join(" ")}`);
  }
  print([...answers, "done"].join("\n"));
}
Deno.exit(0);
