/** The thread that makes an index: started by `buildInWorker()`. */
import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { connect } from "@mypacer/shared/database/connect.ts";
import type { BuildMessage, BuildOrder } from "./build_in_worker.ts";
import { makeIndex } from "./make_index.ts";

/**
 * How far the thread stands behind those that serve (`nice`): beside one that is always busy it
 * gets a tenth of a core, so that a new index comes within minutes also then.
 */
const PRIORITY = 10;

/** Lets requests go first, where the system and the permissions of the process allow it. */
function stepBehind(): void {
  try {
    // On Linux a priority is a thread's; elsewhere it would be that of the whole process.
    if (Deno.build.os === "linux") setPriority(PRIORITY);
  } catch {
    // Then the index is made as quickly as requests are answered.
  }
}

async function build({ url, letsRequestsGoFirst, ...order }: BuildOrder): Promise<BuildMessage> {
  if (letsRequestsGoFirst) stepBehind();
  const sql = connect({ url, applicationName: "mypacer_api index", max: 1 });
  try {
    return { made: await makeIndex(sql, order) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  } finally {
    await sql.end({ timeout: 1 });
  }
}

parentPort?.postMessage(await build(workerData));
