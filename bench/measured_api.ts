import { freePort } from "@mypacer/shared/process/free_ports.ts";
import { type Child, startChild } from "./child.ts";
import { imageVariable } from "./image_variable.ts";

/** An API that is measured, on a free port. */
export interface MeasuredApi extends Child {
  url: string;
  /** Seconds from its start until it searched in memory. */
  untilInMemory(): Promise<number>;
}

/** Athletes of a directory of which the searches of a benchmark read less than half. */
const COUNTED_FROM = 300_000;

/**
 * Settings with which it is counted who reads what, as in production, and nothing refused: half of
 * the directory may then be read at once. A small directory is read whole, and nothing counted.
 */
export const countingReaders = (athletes: number): Record<string, string> => ({
  DIRECTORY_SHARE_PER_DAY: athletes < COUNTED_FROM ? "0" : "100",
});

/**
 * Starts the API with the permissions and the settings of memory that it has in its image, as far
 * as loopback goes.
 *
 * @param options.federationUrl One that is simulated; none by default, so nobody is asked.
 * @param options.indexFolder Where the search index is a file; in memory alone by default.
 * @param options.ready Path that answers once it is started.
 */
export async function startMeasuredApi(
  { databaseUrl, federationUrl = "http://127.0.0.1:9", indexFolder, ready = "/health", env = {} }: {
    databaseUrl: string;
    federationUrl?: string;
    indexFolder?: string;
    ready?: "/health" | "/health/ready";
    env?: Record<string, string>;
  },
): Promise<MeasuredApi> {
  const port = freePort();
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = await startChild(["api/main.ts"], {
    readyUrl: url + ready,
    allow: [
      "--allow-sys=setPriority",
      ...indexFolder === undefined ? [] : [`--allow-write=${indexFolder}`],
    ],
    env: {
      DATABASE_URL: databaseUrl,
      FEDERATION_URL: federationUrl,
      FEDERATION_RATE: "0",
      API_PORT: String(port),
      DENO_V8_FLAGS: await imageVariable("api", "DENO_V8_FLAGS"),
      MALLOC_MMAP_THRESHOLD_: await imageVariable("api", "MALLOC_MMAP_THRESHOLD_"),
      ...indexFolder === undefined ? {} : { INDEX_FOLDER: indexFolder },
      ...env,
    },
  });
  return {
    ...child,
    url,
    async untilInMemory() {
      for (;;) {
        const { search_engine } = await (await fetch(`${url}/health/ready`)).json();
        if (search_engine === "memory") return (performance.now() - began) / 1000;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}
