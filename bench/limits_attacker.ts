/**
 * One visitor who asks for the heaviest pages over many connections at once, each time as soon as
 * the last answer is there. Started by `limits.ts`; tells what was answered when its input ends.
 *
 *   deno run … bench/limits_attacker.ts PORT CERTIFICATE CONNECTIONS ADDRESS ROUND_TRIP
 */
import { Agent, request } from "node:https";
import { HEAVIEST } from "../ops/testing/heaviest.ts";

const [port = "0", certificate = "", connections = "50", from = "", roundTrip = "0"] = Deno.args;
const agent = new Agent({
  ca: await Deno.readTextFile(certificate),
  keepAlive: true,
  maxSockets: Number(connections),
});
const statuses: Record<string, number> = {};
let stopped = false;

function ask(path: string): Promise<string> {
  return new Promise((resolve) => {
    const sent = request({
      agent,
      hostname: "127.0.0.1",
      localAddress: from,
      port: Number(port),
      servername: "mypacer.fr",
      path,
      headers: { host: "mypacer.fr", "accept-encoding": "br" },
    }, (message) => {
      message.resume();
      message.on("end", () => resolve(String(message.statusCode)));
      message.on("error", () => resolve("broken"));
    });
    sent.on("error", () => resolve("broken"));
    sent.end();
  });
}

let sent = 0;
async function attack(): Promise<void> {
  while (!stopped) {
    const path = HEAVIEST[sent % HEAVIEST.length] ?? "/";
    const status = await ask(path.replace("@", String(sent++)));
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (roundTrip !== "0") await new Promise((resolve) => setTimeout(resolve, Number(roundTrip)));
  }
}

const all = Promise.all(Array.from({ length: Number(connections) }, attack));
// What is left of the input is of no interest, only its end.
await Deno.stdin.readable.pipeTo(new WritableStream());
stopped = true;
await all;
await Deno.stdout.write(new TextEncoder().encode(JSON.stringify(statuses)));
Deno.exit(0);
