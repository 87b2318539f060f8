import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rolldown } from "vite";
import { OFFLINE_SCRIPT } from "../kit/frame/offline_script.ts";
import { TRACK_SCRIPT } from "../pages/track/track_script.ts";
import { LIVE_SCRIPT } from "../kit/tools/live_script.ts";
import { CURVE_SCRIPT } from "../pages/planner/curve_script.ts";

const pathOf = (source: string) => fileURLToPath(new URL(source, import.meta.url));
const WORKER = pathOf("../worker/worker.ts");
const REGISTRATION = pathOf("../worker/registration.ts");
const CURVE = pathOf("../pages/planner/drag_curve.ts");
const LIVE = pathOf("../kit/tools/live_tool.ts");
const TRACK = pathOf("../pages/track/keep_awake.ts");
const HEAD = pathOf("../worker/head_title.ts");
/** Modules that pages load only when they need them. */
const LATER = [
  pathOf("../kit/table_state/table_input.ts"),
  pathOf("../kit/answers/live_answer.tsx"),
  pathOf("../pages/table/drawing.tsx"),
  pathOf("../pages/table/pointing.ts"),
  pathOf("../kit/print/qr_code.ts"),
];

/** Addresses of the scripts that pages load later, and of those that these import. */
function laterScripts(bundle: Rolldown.OutputBundle): string[] {
  const names = new Set<string>();
  const add = (name: string) => {
    const file = bundle[name];
    if (file?.type !== "chunk" || names.has(name)) return;
    names.add(name);
    file.imports.forEach(add);
  };
  for (const module of LATER) {
    const script = Object.values(bundle).find((file) =>
      file.type === "chunk" && file.facadeModuleId === module
    );
    if (script === undefined) throw new Error(`No script of its own holds ${module}`);
    add(script.fileName);
  }
  return [...names].map((name) => `/${name}`);
}

/** In the worker, pages are drawn into a stored page, whose head and styles they share. */
const standIns: Plugin = {
  name: "stand-ins",
  enforce: "pre",
  resolveId: {
    filter: { id: /^fresh\/runtime$|\.css$/ },
    handler: (id) => id === "fresh/runtime" ? HEAD : "\0no-styles",
  },
  load: { filter: { id: /^\0no-styles$/ }, handler: () => "" },
};

/** Bundles a script and its imports into one classic script, which every browser accepts. */
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
 * Emits the service worker as a file at the root, because it may serve only paths below its own.
 * The script that registers it and the one of the tools are beside it, separate from the pages'
 * scripts: a page of a tool needs no other.
 *
 * @param plugins Plugins that resolve its modules.
 */
export function serviceWorker(plugins: readonly Plugin[]): Plugin {
  return {
    name: "service-worker",
    applyToEnvironment: ({ name }) => name === "client",
    async generateBundle(_options, bundle) {
      const [worker, registration, live, curve, track] = await Promise.all([
        bundled(WORKER, plugins, { LATER_SCRIPTS: JSON.stringify(laterScripts(bundle)) }),
        bundled(REGISTRATION, plugins),
        bundled(LIVE, plugins),
        bundled(CURVE, plugins),
        bundled(TRACK, plugins),
      ]);
      // A release with other files has another worker, which stores its pages again.
      const release = createHash("sha256")
        .update([...Object.keys(bundle).sort(), registration, live, curve, track].join())
        .digest("hex");
      this.emitFile({
        type: "asset",
        fileName: "service-worker.js",
        source: `${worker}/* ${release.slice(0, 16)} */\n`,
      });
      this.emitFile({ type: "asset", fileName: OFFLINE_SCRIPT.slice(1), source: registration });
      this.emitFile({ type: "asset", fileName: LIVE_SCRIPT.slice(1), source: live });
      this.emitFile({ type: "asset", fileName: CURVE_SCRIPT.slice(1), source: curve });
      this.emitFile({ type: "asset", fileName: TRACK_SCRIPT.slice(1), source: track });
    },
  };
}
