/**
 * Answers to the commands of `docker` and `docker compose` that the scripts of `ops/` use, with
 * processes of this machine in place of containers and the embedded PostgreSQL in place of the
 * service `db`. An argument it does not know is an error. What it needs to know stands in the file
 * that STAND_IN names (`stand_in.ts`).
 */
import { compose } from "./compose.ts";
import { digestOnHost, pull, readReference } from "./images.ts";
import { takeOptions } from "./options.ts";
import { fail, print } from "./output.ts";
import { PROCESSES, runningOf } from "./processes.ts";
import { standIn } from "./stand_in.ts";

async function main([command, ...words]: string[]): Promise<void> {
  if (command === "compose") return await compose(words);
  if (command === "pull") {
    takeOptions(words, { "--quiet": 0 });
    return void await pull(words[0] ?? "");
  }
  if (command === "manifest" && words[0] === "inspect") {
    if (standIn.registryDown) fail("dial tcp: connection refused");
    const { tag = "", digest = standIn.tags[tag] ?? "" } = readReference(words[1] ?? "");
    if (!(digest in standIn.images)) fail(`manifest unknown: ${words[1]}`);
    return print(JSON.stringify({ schemaVersion: 2 }));
  }
  if (command === "image" && words[0] === "inspect" && words[1] === "--format") {
    const digest = await digestOnHost(words[3] ?? "");
    if (digest === null) fail(`No such image: ${words[3]}`);
    return print(`ghcr.io/example/mypacer_${readReference(words[3] ?? "").name}@${digest}`);
  }
  if (command === "ps") {
    takeOptions(words, { "--filter": 1, "--format": 1 });
    for (const service of PROCESSES) if (await runningOf(service) !== null) print(service);
    return;
  }
  // The id of a container is its service.
  if (command === "inspect") {
    takeOptions(words, { "--format": 1 });
    for (const service of words) {
      print(
        `${service} ${(await runningOf(service))?.reference ?? fail(`No such object: ${service}`)}`,
      );
    }
    return;
  }
  fail(`unknown command ${command}`, 2);
}

await main([...Deno.args]);
Deno.exit(0);
