/**
 * Starts the embedded server of the folder given, prints its URL and whether it is another
 * process's, and holds it until killed or until standard input ends.
 */
import { startEmbedded } from "../embedded.ts";

const [folder = ""] = Deno.args;
const server = await startEmbedded({ folder });
const line = JSON.stringify({ url: server.url, reused: server.reused });
await Deno.stdout.write(new TextEncoder().encode(`${line}\n`));
for await (const _ of Deno.stdin.readable);
await server.stop();
