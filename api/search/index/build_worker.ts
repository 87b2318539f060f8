import { connect } from "@mypacer/shared/database/connect.ts";
import type { BuildMessage, BuildOrder } from "./build_in_worker.ts";
import { makeIndex } from "./make_index.ts";

/** The part of a worker's global scope that is used. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<BuildOrder>) => void) | null;
  postMessage(message: BuildMessage): void;
}

const scope = globalThis as unknown as WorkerScope;

async function build({ url, ...order }: BuildOrder): Promise<void> {
  const sql = connect({ url, applicationName: "mypacer_api index", max: 1 });
  try {
    scope.postMessage({ made: await makeIndex(sql, order) });
  } catch (error) {
    scope.postMessage({ error: error instanceof Error ? error.message : String(error) });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

scope.onmessage = ({ data }) => void build(data);
// What is sent before this moment may be lost.
scope.postMessage({ listening: true });
