import type { IndexOrder, MadeIndex } from "./make_index.ts";

/** What the worker is sent. */
export interface BuildOrder extends IndexOrder {
  /** Address of the database. */
  url: string;
}

/**
 * Longest time an index may take, ms: a million people take seconds, and another process may be
 * making the same one.
 */
const BUILD_WITHIN = 180_000;

/** What the worker sends back. */
export type BuildMessage = { listening: true } | { made: MadeIndex } | { error: string };

/**
 * Makes an index in a thread of its own, so that requests are answered meanwhile. The finished
 * index is in shared memory, and the memory that building took goes with the thread.
 *
 * @throws {Error} When the directory cannot be read or that takes minutes; the reason of an aborted
 *   signal.
 */
export async function buildInWorker(
  order: BuildOrder,
  { signal }: { signal: AbortSignal },
): Promise<MadeIndex> {
  signal.throwIfAborted();
  const worker = new Worker(new URL("./build_worker.ts", import.meta.url), { type: "module" });
  const result = Promise.withResolvers<Exclude<BuildMessage, { listening: true }>>();
  worker.onmessage = ({ data }: MessageEvent<BuildMessage>) => {
    if ("listening" in data) worker.postMessage(order);
    else result.resolve(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    result.reject(new Error(`Cannot build the index: ${event.message}`));
  };
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
    worker.terminate();
  }
}
