import { assert, assertEquals } from "@std/assert";
import { startChild } from "../bench/child.ts";
import { imageVariable } from "../bench/image_variable.ts";
import { freePort } from "@mypacer/shared/process/free_ports.ts";
import { pathTo } from "../dev/paths.ts";
import { HEAVIEST } from "./testing/heaviest.ts";
import { readProcFile } from "@mypacer/shared/process/proc_file.ts";

/** Memory of the site's container in staging, MB. */
const STAGING = 256;
/** As many heavy requests as it died of once. */
const REQUESTS = 150;
const AT_ONCE = 4;

Deno.test("the site draws its heaviest pages within the memory of staging", async () => {
  const compose = await Deno.readTextFile(pathTo("../docker-compose.staging.yml"));
  assert(
    compose.includes(`mem_limit: ${STAGING}m\n  cpus: 0.5`),
    "staging's site has other limits",
  );
  const url = `http://127.0.0.1:${freePort()}`;
  await using site = await startChild(
    ["--no-config", "--unstable-no-legacy-abort", "web/.output/server/index.mjs"],
    {
      readyUrl: `${url}/robots.txt`,
      env: {
        WEB_PORT: new URL(url).port,
        WEB_THREADS: "1",
        API_URL: "http://127.0.0.1:9",
        LOG_LEVEL: "error",
        DENO_V8_FLAGS: await imageVariable("web", "DENO_V8_FLAGS"),
      },
    },
  );
  let asked = 0;
  const failed: number[] = [];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (asked < REQUESTS) {
      // The last of them are the API's.
      const path = HEAVIEST[asked % 4]?.replace("@", String(asked++)) ?? "/";
      const response = await fetch(url + path, { headers: { "accept-encoding": "br" } });
      await response.body?.pipeTo(new WritableStream());
      // On a busy machine some find no turn in time.
      if (response.status !== 200 && response.status !== 503) failed.push(response.status);
    }
  }));
  assertEquals(failed, []);
  const status = await readProcFile(`/proc/${site.pid}/status`) ?? "";
  const peak = Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024;
  assert(peak < STAGING, `took ${Math.round(peak)} MB`);
});
