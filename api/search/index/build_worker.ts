import { connect } from "@mypacer/shared/database/connect.ts";
import { readDirectory } from "./read_directory.ts";
import { shareIndex } from "./shared_index.ts";
import type { BuildMessage, BuildOrder } from "./build_in_worker.ts";

/** The part of a worker's global scope that is used. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<BuildOrder>) => void) | null;
  postMessage(message: BuildMessage): void;
}

const scope = globalThis as unknown as WorkerScope;

async function build({ url, ...wanted }: BuildOrder): Promise<void> {
  const sql = connect({ url, applicationName: "mypacer_api index", max: 1 });
  try {
    scope.postMessage({ shared: shareIndex(await readDirectory(sql, wanted)) });
  } catch (error) {
    scope.postMessage({ error: error instanceof Error ? error.message : String(error) });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

scope.onmessage = ({ data }) => void build(data);
// What is sent before this moment may be lost.
scope.postMessage({ listening: true });
