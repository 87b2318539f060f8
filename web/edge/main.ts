// @ts-ignore A virtual module of the build: it registers the SSR service, without which every page
// is 404.
import "#nitro/virtual/polyfills";
import { EnvironmentError } from "@mypacer/shared/process/environment.ts";
import { assertPortIsFree } from "@mypacer/shared/process/free_ports.ts";
import { Threads } from "@mypacer/shared/process/threads.ts";
import { siteConfig } from "./config.ts";
import { type FromThread, isServingThread, THREAD, type ToThread } from "./thread_messages.ts";

/** Longest wait for requests under way when the process stops, ms. */
const STOP_WITHIN = 8000;

/** Serves the site until SIGINT or SIGTERM, then answers what is under way. */
async function main(): Promise<void> {
  const { WEB_PORT, HOST, WEB_THREADS } = siteConfig();
  const hasThreads = WEB_THREADS > 1;
  if (hasThreads) assertPortIsFree(HOST, WEB_PORT);
  // What serves reads the configuration as it is loaded.
  const { serve } = await import("./serve.ts");
  const { currentSite } = await import("./site.ts");
  const { log } = currentSite();
  const server = serve({
    port: WEB_PORT,
    shared: hasThreads,
    onListen: (port) => log.info("listening", { hostname: HOST, port, threads: WEB_THREADS }),
  });
  const tell = (worker: Worker, message: ToThread) => worker.postMessage(message);
  const threads = new Threads<FromThread>({
    count: WEB_THREADS - 1,
    start: () => new Worker(import.meta.url, { type: "module", name: THREAD }),
    receive(worker, message) {
      if (message === "stopped") threads.ended(worker);
      else tell(worker, { kind: "serve", port: server.addr.port });
    },
    askToEnd: (worker) => tell(worker, { kind: "stop" }),
    log,
  });

  let stopping = false;
  const stop = async (signal: Deno.Signal) => {
    if (stopping) return;
    stopping = true;
    log.info("stopping", { signal });
    setTimeout(() => {
      log.warn("requests under way were cut off", { after: STOP_WITHIN });
      Deno.exit(0);
    }, STOP_WITHIN);
    await Promise.all([server.shutdown(), threads.stop()]);
    log.info("stopped");
    // Listeners of signals keep a process alive.
    Deno.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, () => void stop(signal));
  }
}

/** Serves the port that the main thread has, until it says stop. */
async function serveBeside(): Promise<void> {
  const scope = globalThis as unknown as {
    onmessage: (event: MessageEvent<ToThread>) => void;
    postMessage(message: FromThread): void;
  };
  const { serve } = await import("./serve.ts");
  let server: Deno.HttpServer | undefined;
  scope.onmessage = async ({ data }) => {
    if (data.kind === "serve") {
      server = serve({ port: data.port, shared: true, onListen: () => {} });
      return;
    }
    await server?.shutdown();
    scope.postMessage("stopped");
  };
  scope.postMessage("loaded");
}

try {
  await (isServingThread() ? serveBeside() : main());
} catch (error) {
  // What an operator can mend is written in one line; anything else keeps its stack.
  const expected = error instanceof EnvironmentError || error instanceof Deno.errors.AddrInUse;
  if (!expected) throw error;
  Deno.stderr.writeSync(new TextEncoder().encode(`${error.message}\n`));
  Deno.exit(1);
}
