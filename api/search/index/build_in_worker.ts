import type { IndexData } from "./index_data.ts";

/** What a worker is told. */
export interface BuildOrder {
  /** Address of the database. */
  url: string;
  activeSince: number;
}

/** Longest time an index may take, ms. */
const BUILD_WITHIN = 180_000;

/** What it answers. */
export type BuildAnswer = { listening: true } | { data: IndexData } | { error: string };

/**
 * Makes an index in a thread of its own, so that answers go on meanwhile. The finished arrays change hands without
 * being copied, and the memory that building took goes with the thread.
 *
 * @throws {Error} When the directory cannot be read or that takes minutes; the reason of an aborted signal.
 */
export async function buildInWorker(
  order: BuildOrder,
  { signal }: { signal: AbortSignal },
): Promise<IndexData> {
  signal.throwIfAborted();
  const worker = new Worker(new URL("./build_worker.ts", import.meta.url), { type: "module" });
  const answer = Promise.withResolvers<Exclude<BuildAnswer, { listening: true }>>();
  worker.onmessage = ({ data }: MessageEvent<BuildAnswer>) => {
    if ("listening" in data) worker.postMessage(order);
    else answer.resolve(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    answer.reject(new Error(`Cannot build the index: ${event.message}`));
  };
  const abort = () => answer.reject(signal.reason);
  signal.addEventListener("abort", abort);
  const deadline = setTimeout(
    () => answer.reject(new Error(`Cannot build the index within ${BUILD_WITHIN / 1000} s`)),
    BUILD_WITHIN,
  );
  try {
    const built = await answer.promise;
    if ("error" in built) throw new Error(`Cannot read the directory: ${built.error}`);
    return built.data;
  } finally {
    clearTimeout(deadline);
    signal.removeEventListener("abort", abort);
    worker.terminate();
  }
}
