import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rolldown } from "vite";

const ENTRY = fileURLToPath(new URL("../service_worker/worker.ts", import.meta.url));
const HEAD = fileURLToPath(new URL("../service_worker/head_title.ts", import.meta.url));

/** In the worker pages are drawn into one that was kept, whose head and styles they share. */
const standIns: Plugin = {
  name: "stand-ins",
  enforce: "pre",
  resolveId: {
    filter: { id: /^fresh\/runtime$|\.css$/ },
    handler: (id) => id === "fresh/runtime" ? HEAD : "\0no-styles",
  },
  load: { filter: { id: /^\0no-styles$/ }, handler: () => "" },
};

/**
 * Gives the service worker a file of its own, at the root: what it may serve is what lies below it. It is bundled apart
 * from the pages' scripts, so that it is one classic script, which every browser takes.
 *
 * @param plugins What its modules need to be found.
 */
export function serviceWorker(plugins: readonly Plugin[]): Plugin {
  return {
    name: "service-worker",
    applyToEnvironment: ({ name }) => name === "client",
    async generateBundle(_options, bundle) {
      const [output] = await build({
        configFile: false,
        logLevel: "warn",
        plugins: [standIns, ...plugins],
        oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
        build: {
          write: false,
          lib: { entry: ENTRY, formats: ["iife"], name: "worker" },
        },
      }) as Rolldown.RolldownOutput[];
      const chunk = output?.output.find((one) => one.type === "chunk");
      if (chunk === undefined) throw new Error("The service worker was not built");
      // A release with other files is another worker, that keeps its pages anew.
      const release = createHash("sha256").update(Object.keys(bundle).sort().join()).digest("hex");
      this.emitFile({
        type: "asset",
        fileName: "service-worker.js",
        source: `${chunk.code}/* ${release.slice(0, 16)} */\n`,
      });
    },
  };
}
