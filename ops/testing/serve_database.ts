/**
 * The embedded PostgreSQL on a given port, for `ops/test-images.sh` where no engine can start the
 * real image: says its URL on stdout and serves until SIGTERM.
 *
 *   deno run -A ops/testing/serve_database.ts FOLDER PORT
 */
import { startEmbedded } from "@mypacer/shared/database/embedded.ts";

const [folder = ".data/images/postgres", port = "5432"] = Deno.args;
const server = await startEmbedded({ folder, port: Number(port) });
await Deno.stdout.write(new TextEncoder().encode(`${server.url}\n`));
await new Promise<void>((resolve) => Deno.addSignalListener("SIGTERM", resolve));
await server.stop();
Deno.exit(0);
