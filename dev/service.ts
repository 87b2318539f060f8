import { pathTo } from "./paths.ts";

/** A process of the platform, as `start` begins it. */
export interface ServiceOptions {
  /** Its name in messages. */
  name: string;
  /** Arguments of the `deno` command. */
  args: readonly string[];
  /** Variables on top of those of `start`. */
  environment?: Record<string, string>;
  /** Answers 2xx once the process is ready; a process without one is ready at once. */
  readyUrl?: string;
  /** Aborts the waiting for `readyUrl`. */
  signal?: AbortSignal;
  /** After this it is killed when it was asked to stop, ms; 10 s by default. */
  stopWithin?: number;
}

/** A process that runs. */
export interface Service {
  name: string;
  /** Resolves with the exit code. */
  exited: Promise<number>;
  /**
   * Asks it to stop, by SIGTERM by default, and resolves when it has; kills it when that takes too
   * long.
   */
  stop(signal?: Deno.Signal): Promise<void>;
}

/** A process ended before it was ready, or did not answer in time. */
export class ServiceError extends Error {
  override name = "ServiceError";
}

const STOP_WITHIN = 10_000;
const READY_WITHIN = 60_000;
const POLL_EVERY = 50;

/**
 * Begins a process in a group of its own, so that Ctrl+C reaches `start` alone and everything stops
 * in order.
 *
 * @throws {ServiceError} When it ends before it answers, or does not answer within a minute.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [...options.args],
    cwd: pathTo("../"),
    env: { ...options.environment, DENO_NO_UPDATE_CHECK: "1" },
    stdin: "null",
    // A process reports on stderr; stdout of `start` is for its own last line.
    stdout: "null",
    stderr: "inherit",
    detached: true,
  }).spawn();
  let running = true;
  const exited = child.status.then(({ code }) => {
    running = false;
    return code;
  });
  const service: Service = {
    name: options.name,
    exited,
    async stop(signal = "SIGTERM") {
      if (running) child.kill(signal);
      const deadline = setTimeout(
        () => running && child.kill("SIGKILL"),
        options.stopWithin ?? STOP_WITHIN,
      );
      await exited;
      clearTimeout(deadline);
    },
  };
  try {
    if (options.readyUrl !== undefined) {
      await answers(options.readyUrl, { name: options.name, exited, signal: options.signal });
    }
  } catch (error) {
    await service.stop();
    throw error;
  }
  return service;
}

async function answers(
  url: string,
  { name, exited, signal }: {
    name: string;
    exited: Promise<number>;
    signal: AbortSignal | undefined;
  },
): Promise<void> {
  let code: number | undefined;
  exited.then((value) => code = value);
  const deadline = Date.now() + READY_WITHIN;
  while (Date.now() < deadline) {
    signal?.throwIfAborted();
    if (code !== undefined) {
      throw new ServiceError(`${name} ended with code ${code} before it was ready`);
    }
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
      await response.body?.cancel();
      if (response.ok) return;
    } catch (error) {
      // Not listening yet is what this loop waits out; anything else is a real failure.
      if (!(error instanceof TypeError || error instanceof DOMException)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_EVERY));
  }
  throw new ServiceError(`${name} did not answer at ${url} within ${READY_WITHIN / 1000} s`);
}

/**
 * Runs a process to its end.
 *
 * @throws {ServiceError} When its exit code is not 0.
 */
export async function runToEnd(options: Omit<ServiceOptions, "readyUrl">): Promise<void> {
  const service = await startService(options);
  const stop = () => void service.stop();
  options.signal?.addEventListener("abort", stop);
  const code = await service.exited;
  options.signal?.removeEventListener("abort", stop);
  options.signal?.throwIfAborted();
  if (code !== 0) throw new ServiceError(`${options.name} ended with code ${code}`);
}
