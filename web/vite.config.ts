import { fresh } from "fresh/vite";
import type {} from "nitro/vite";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { createLogger } from "@mypacer/shared/process/log.ts";
import { passToApi } from "./server/pass_to_api.ts";

/** Resolves the workspace's own names (`@mypacer/…`, `@std/…`) as Deno does. */
const denoImports: Plugin = {
  name: "deno-imports",
  enforce: "pre",
  resolveId: {
    filter: { id: /^@(mypacer|std)\// },
    handler: (id) => fileURLToPath(import.meta.resolve(id)),
  },
};

/**
 * Makes the renderer paste its boot script literally.
 *
 * This alpha calls `html.replace("</head>", script)`: a `$'` in an island's props (a search text, a
 * name) would be expanded to a part of the page inside the script. The build stops when the pattern
 * is gone, so that a new version of Fresh is looked at instead of trusted.
 */
const literalBootScript: Plugin = {
  name: "literal-boot-script",
  transform: {
    filter: { id: /fresh\/dist\/server\/render\.js$/ },
    handler(code) {
      const fixed = code.replaceAll(
        /replace\("<\/head>", (\w+) \+ "<\/head>"\)/g,
        'replace("</head>", () => $1 + "</head>")',
      );
      if (fixed === code) throw new Error("Fresh's renderer changed: literal-boot-script is void");
      return { code: fixed, map: null };
    },
  },
};

/**
 * Leaves navigation to the browser.
 *
 * This alpha takes over every step back and forward between two states of one page, with or without `f-client-nav`: it
 * reads the page anew and adds an entry to the history, so that no step forward is left. The table writes its states
 * into the history itself. A sixth of the scripts falls away with it.
 */
const ownNavigation: Plugin = {
  name: "own-navigation",
  transform: {
    filter: { id: /fresh\/dist\/client\/partials\.js$/ },
    handler(code) {
      const exported = code.match(/^export .*$/gm);
      if (exported?.join() !== "export function installPartials() {") {
        throw new Error("Fresh's partials changed: own-navigation is void");
      }
      return { code: "export function installPartials() {}\n", map: null };
    },
  },
};

/** Fresh's generated types import `$_middleware` without an extension, which Deno refuses. */
async function writeGenerated(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content.replaceAll(/(from "\.[^"]*\/\$_middleware)"/g, '$1.ts"'));
}

const apiUrl = Deno.env.get("API_URL") || "http://127.0.0.1:8000";
const log = createLogger("web");

export default defineConfig({
  plugins: [denoImports, literalBootScript, ownNavigation, fresh({ writeFile: writeGenerated })],
  // npm names the package @frsh/fresh; the sources say "fresh", as deno.json does.
  resolve: { alias: { fresh: "@frsh/fresh" } },
  server: { host: "127.0.0.1" },
  // The module that Fresh makes of `routes/robots.txt.ts` is named robots.txt: it is no text for that.
  build: { rolldownOptions: { moduleTypes: { ".txt": "js" } } },
  nitro: {
    entry: "./server/main.ts",
    compressPublicAssets: { gzip: true, brotli: true },
    // Vite's own proxy is never asked: Fresh answers 404 first; and nitro's keeps the prefix.
    devHandlers: [{
      route: "/api/**",
      handler: ({ req }) => passToApi(req, { apiUrl, peer: "127.0.0.1", log }),
    }],
  },
});
