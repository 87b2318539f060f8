import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rolldown } from "vite";
import { OFFLINE_SCRIPT } from "../kit/frame/offline_script.ts";

const pathOf = (source: string) => fileURLToPath(new URL(source, import.meta.url));
const WORKER = pathOf("../worker/worker.ts");
const REGISTRATION = pathOf("../worker/registration.ts");
const HEAD = pathOf("../worker/head_title.ts");
/** What pages load only once they need it. */
const LATER = pathOf("../kit/table_state/table_input.ts");

/** Addresses of the scripts that hold what pages load later. */
function laterScripts(bundle: Rolldown.OutputBundle): string[] {
  const scripts = Object.values(bundle)
    .filter((file) => file.type === "chunk" && file.facadeModuleId === LATER)
    .map(({ fileName }) => `/${fileName}`);
  if (scripts.length === 0) throw new Error(`No script of its own holds ${LATER}`);
  return scripts;
}

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

/** Bundles a script with all that it imports into one classic script, which every browser takes. */
async function bundled(
  entry: string,
  plugins: readonly Plugin[],
  define: Record<string, string> = {},
): Promise<string> {
  const [output] = await build({
    configFile: false,
    logLevel: "warn",
    plugins: [standIns, ...plugins],
    define,
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: { write: false, lib: { entry, formats: ["iife"], name: "script" } },
  }) as Rolldown.RolldownOutput[];
  const chunk = output?.output.find((one) => one.type === "chunk");
  if (chunk === undefined) throw new Error(`${entry} was not built`);
  return chunk.code;
}

/**
 * Gives the service worker a file of its own, at the root: what it may serve is what lies below it.
 * The script that registers it stands beside it, apart from the pages' scripts.
 *
 * @param plugins What its modules need to be found.
 */
export function serviceWorker(plugins: readonly Plugin[]): Plugin {
  return {
    name: "service-worker",
    applyToEnvironment: ({ name }) => name === "client",
    async generateBundle(_options, bundle) {
      const [worker, registration] = await Promise.all([
        bundled(WORKER, plugins, { LATER_SCRIPTS: JSON.stringify(laterScripts(bundle)) }),
        bundled(REGISTRATION, plugins),
      ]);
      // A release with other files is another worker, that keeps its pages anew.
      const release = createHash("sha256")
        .update([...Object.keys(bundle).sort(), registration].join())
        .digest("hex");
      this.emitFile({
        type: "asset",
        fileName: "service-worker.js",
        source: `${worker}/* ${release.slice(0, 16)} */\n`,
      });
      this.emitFile({ type: "asset", fileName: OFFLINE_SCRIPT.slice(1), source: registration });
    },
  };
}
