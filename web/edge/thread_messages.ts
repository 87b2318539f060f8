/** Name of the threads that serve beside the main one. */
export const THREAD = "serving";

/** Whether this is such a thread. */
export function isServingThread(): boolean {
  return (globalThis as { name?: unknown }).name === THREAD;
}

/** To a thread: to serve the port of the main one, or to answer what is under way and end. */
export type ToThread = { kind: "serve"; port: number } | { kind: "stop" };

/** From a thread: that it can be told to serve, and that nothing is under way any more. */
export type FromThread = "loaded" | "stopped";
