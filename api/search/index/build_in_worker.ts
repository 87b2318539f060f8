import { Worker } from "node:worker_threads";
import type { IndexOrder, MadeIndex } from "./make_index.ts";

/** How an index is made. */
export interface BuildOptions {
  signal: AbortSignal;
  /** There is an index already: a new one may take its time. */
  letsRequestsGoFirst: boolean;
}

/** What is made, of which database. */
interface DatabaseOrder extends IndexOrder {
  /** Address of the database. */
  url: string;
}

/** What the worker is sent. */
export type BuildOrder = DatabaseOrder & Omit<BuildOptions, "signal">;

/**
 * Longest time an index may take, ms: 9.4 million people take two minutes of CPU, of which busy
 * serving threads leave a quarter, and another process may be making the same one. Meanwhile the
 * former index is used, or SQL: this only ends a build that would never end by itself.
 */
const BUILD_WITHIN = 1_800_000;

/**
 * Memory for objects that live short, MB. Rows leave many, of which none lives longer, and V8 takes
 * up to 50 MB before it looks for them.
 */
const YOUNG_MEGABYTES = 6;

/** What the worker sends back. */
export type BuildMessage = { made: MadeIndex } | { error: string };

/**
 * Makes an index in a thread of its own, so that requests are answered meanwhile. The finished
 * index is in shared memory, and the memory that building took goes with the thread.
 *
 * @throws {Error} When the directory cannot be read or that takes half an hour; the reason of an
 *   aborted signal.
 */
export async function buildInWorker(
  order: DatabaseOrder,
  { signal, letsRequestsGoFirst }: BuildOptions,
): Promise<MadeIndex> {
  signal.throwIfAborted();
  // Unlike workers of the web, those of Node have limits to their memory.
  const worker = new Worker(new URL("./build_worker.ts", import.meta.url), {
    workerData: { ...order, letsRequestsGoFirst } satisfies BuildOrder,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  const result = Promise.withResolvers<BuildMessage>();
  worker.on("message", result.resolve);
  worker.on("error", (cause) => {
    result.reject(new Error(`Cannot build the index: ${cause.message}`, { cause }));
  });
  worker.on("exit", (code) => {
    result.reject(new Error(`Cannot build the index: its thread ended with code ${code}`));
  });
  const abort = () => result.reject(signal.reason);
  signal.addEventListener("abort", abort);
  const deadline = setTimeout(
    () => result.reject(new Error(`Cannot build the index within ${BUILD_WITHIN / 1000} s`)),
    BUILD_WITHIN,
  );
  try {
    const built = await result.promise;
    if ("error" in built) throw new Error(`Cannot read the directory: ${built.error}`);
    return built.made;
  } finally {
    clearTimeout(deadline);
    signal.removeEventListener("abort", abort);
    // Waited for, so that its memory is gone before another is made.
    await worker.terminate();
  }
}
