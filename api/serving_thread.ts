/** A thread that serves the port beside the main one: started by `ServingThreads`. */
import { createTrackedLog } from "@mypacer/shared/process/errors/tracked_log.ts";
import { freeMemory } from "./search/free_memory.ts";
import { type IndexChange, IndexHolder } from "./search/index_holder.ts";
import type { FromThread, MainCalls, ThreadSettings, ToThread } from "./threads/messages.ts";
import { createThreadApp } from "./thread_app.ts";

/** The part of a worker's global scope that is used. */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ToThread>) => void) | null;
  postMessage(message: FromThread): void;
}

const scope = globalThis as unknown as WorkerScope;

/** Calls of the main thread that are not answered yet. */
const calls = new Map<number, PromiseWithResolvers<unknown>>();
let lastCall = 0;

function call(name: keyof MainCalls, ...args: unknown[]): Promise<unknown> {
  const id = ++lastCall;
  const result = Promise.withResolvers<unknown>();
  calls.set(id, result);
  scope.postMessage({ kind: "call", id, name, args });
  return result.promise;
}

function takeCall(id: number): PromiseWithResolvers<unknown> | undefined {
  const result = calls.get(id);
  calls.delete(id);
  return result;
}

const main: MainCalls = {
  answer: (request) => call("answer", request) as ReturnType<MainCalls["answer"]>,
  find: (request) => call("find", request) as ReturnType<MainCalls["find"]>,
  clubOf: (number) => call("clubOf", number) as ReturnType<MainCalls["clubOf"]>,
  borrowShare: (client, ids) =>
    call("borrowShare", client, ids) as ReturnType<MainCalls["borrowShare"]>,
  repayShare: (repayments) => call("repayShare", repayments) as Promise<void>,
};

/** Serves until it is told to stop. */
function serve(settings: ThreadSettings): (message: ToThread) => void {
  const { hostname, port, version, oppositionKey, logLevel, dsn } = settings;
  const { log, flush } = createTrackedLog("api", {
    level: logLevel,
    dsn,
    version,
    inWorker: true,
  });
  const holder = new IndexHolder({ oppositionKey });
  const app = createThreadApp({ settings, holder, main, log });
  const server = Deno.serve({
    hostname,
    port,
    reusePort: true,
    onListen: () => {},
    onError: (error) => {
      log.error("a request was not answered", { error });
      return new Response(null, { status: 500 });
    },
  }, app.fetch);

  const apply = (change: IndexChange) => {
    const { hasIndex } = holder;
    holder.apply(change);
    if (hasIndex && change.kind !== "opposition") freeMemory();
  };
  const stop = async () => {
    await server.shutdown();
    await flush();
    scope.postMessage({ kind: "stopped" });
  };
  return (message) => {
    if (message.kind === "index") apply(message.change);
    else if (message.kind === "done") takeCall(message.id)?.resolve(message.value);
    else if (message.kind === "failed") takeCall(message.id)?.reject(new Error(message.reason));
    else if (message.kind === "count") {
      scope.postMessage({ kind: "counted", counts: app.metrics.counts() });
    } else if (message.kind === "stop") void stop();
  };
}

let handle: (message: ToThread) => void = (message) => {
  if (message.kind === "serve") handle = serve(message.settings);
};
scope.onmessage = ({ data }) => handle(data);
scope.postMessage({ kind: "loaded" });
