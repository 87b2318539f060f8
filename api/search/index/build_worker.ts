import { connect } from "@mypacer/shared/database/connect.ts";
import { readDirectory } from "./read_directory.ts";
import type { BuildMessage, BuildOrder } from "./build_in_worker.ts";

/** The part of a worker's global scope that is used. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<BuildOrder>) => void) | null;
  postMessage(message: BuildMessage, transfer: ArrayBuffer[]): void;
}

const scope = globalThis as unknown as WorkerScope;

/** Buffers of all typed arrays in a value. */
function buffersOf(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return value.buffer instanceof ArrayBuffer ? [value.buffer] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(buffersOf);
}

async function build({ url, ...wanted }: BuildOrder): Promise<void> {
  const sql = connect({ url, applicationName: "mypacer_api index", max: 1 });
  try {
    const data = await readDirectory(sql, wanted);
    scope.postMessage({ data }, [...new Set(buffersOf(data))]);
  } catch (error) {
    scope.postMessage({ error: error instanceof Error ? error.message : String(error) }, []);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

scope.onmessage = ({ data }) => void build(data);
// What is sent before this moment may be lost.
scope.postMessage({ listening: true }, []);
