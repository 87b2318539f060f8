import { fresh } from "fresh/vite";
import type {} from "nitro/vite";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { createLogger } from "@mypacer/shared/process/log.ts";
import { hydrateIslands } from "./scripts/fresh/hydrate_islands.ts";
import { literalBootScript } from "./scripts/fresh/literal_boot_script.ts";
import { nameExtensions } from "./scripts/fresh/name_extensions.ts";
import { noCallSites } from "./scripts/fresh/no_call_sites.ts";
import { ownNavigation } from "./scripts/fresh/own_navigation.ts";
import { paintFirst } from "./scripts/fresh/paint_first.ts";
import { patchFresh } from "./scripts/fresh/patch.ts";
import { pictureSources } from "./scripts/picture_sources.ts";
import { compileElements } from "./scripts/templates/compile_elements.ts";
import { serviceWorker } from "./scripts/service_worker_plugin.ts";
import { passToApi } from "./edge/pass_to_api.ts";

/** Resolves the workspace's import names (`@mypacer/…`, `@std/…`) as Deno does. */
const denoImports: Plugin = {
  name: "deno-imports",
  enforce: "pre",
  resolveId: {
    filter: { id: /^@(mypacer|std)\// },
    handler: (id) => fileURLToPath(import.meta.resolve(id)),
  },
};

/** Packs the files for drawing pictures into a module that the server loads when it needs them. */
const pictureFiles: Plugin = {
  name: "picture-files",
  resolveId: { filter: { id: /^virtual:picture-files$/ }, handler: (id) => `\0${id}` },
  load: {
    filter: { id: /^\0virtual:picture-files$/ },
    async handler() {
      const files = Object.entries(await pictureSources()).map(([name, bytes]) =>
        `export const ${name} = "${gzipSync(bytes, { level: 9 }).toString("base64")}";`
      );
      return files.join("\n");
    },
  },
};

/** Writes what Fresh generates. */
async function writeGenerated(path: string, content: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, nameExtensions(content));
}

/** Names the server's scripts after their page's folder, so that logged errors name it. */
const scriptNames: Plugin = {
  name: "script-names",
  applyToEnvironment: ({ name }) => name === "ssr",
  outputOptions: (options) => ({
    ...options,
    chunkFileNames({ name, moduleIds }) {
      const path = moduleIds.at(-1) ?? "";
      const page = /\/web\/pages\/(\w+)\/(?:page|load)\.tsx?$/.exec(path)?.[1];
      return `assets/${page === undefined ? name : `${page}_${name}`}-[hash].js`;
    },
  }),
};

/** Rooms that every page with a table or a search needs, and what these are made of. */
const SHARED_ROOMS = new RegExp(
  "/(?:web/kit/(?:language|forms|table_state|addresses|athletes|frame|browser|load|icons|search_field)" +
    "|web/kit/texts/texts|shared/domain/(?:measure|table|people|models/training)|shared/contract)",
);
/**
 * What a first visit of the table does without: texts of the other language, and the grammars,
 * which tools that follow as one types bring at once.
 */
const LEFT_OUT = /\/(?:(?:french|english)_problems|(?:time|distance|pace)_text|reading)\.ts/;

/**
 * Puts what the first visits of the table and of the search share into two scripts: each script
 * costs a request, whose headers alone weigh 0.6 kB.
 */
const fewScripts: Plugin = {
  name: "few-scripts",
  applyToEnvironment: ({ name }) => name === "client",
  outputOptions: (options) => ({
    ...options,
    codeSplitting: {
      groups: [
        {
          name: "runtime",
          test: /\/node_modules\/@?preact\/|vite\/preload-helper/,
          tags: ["$initial"],
        },
        {
          name: "kit",
          test: (path) => SHARED_ROOMS.test(path) && !LEFT_OUT.test(path),
          tags: ["$initial"],
          // The table in two languages and one script more.
          minShareCount: 3,
          // Else what is left out comes back by way of who passes it on.
          includeDependenciesRecursively: false,
        },
      ],
    },
  }),
};

const TEMPLATE_PARTS = fileURLToPath(
  new URL("./scripts/templates/template_parts.ts", import.meta.url),
);

/** Has the server write pages from templates; browsers get the same elements from components. */
const templates: Plugin = {
  name: "templates",
  enforce: "pre",
  apply: "build",
  applyToEnvironment: ({ name }) => name === "ssr",
  transform: {
    filter: { id: /\/web\/(?:kit|pages|routes|islands)\/.+\.tsx(?:\?|$)/ },
    handler(code) {
      const compiled = compileElements(code, TEMPLATE_PARTS);
      return compiled === null ? null : { code: compiled, map: null };
    },
  },
};

/** Source maps tell `deno task coverage` which lines of ours a script of the build ran. */
const SOURCE_MAPS = Deno.env.has("SOURCE_MAPS");
const apiUrl = Deno.env.get("API_URL") || "http://127.0.0.1:8000";
const log = createLogger("web");

export default defineConfig({
  // Else among the sources: Vite looks for a package.json, which this folder does not have.
  cacheDir: "../node_modules/.vite",
  plugins: [
    denoImports,
    ...[literalBootScript, noCallSites, ownNavigation, paintFirst, hydrateIslands].map(patchFresh),
    pictureFiles,
    // Source maps would tell other lines.
    ...SOURCE_MAPS ? [] : [templates],
    scriptNames,
    fewScripts,
    serviceWorker([denoImports]),
    fresh({ writeFile: writeGenerated }),
  ],
  // npm names the package @frsh/fresh; the sources say "fresh", as deno.json does.
  resolve: { alias: { fresh: "@frsh/fresh" } },
  server: { host: "127.0.0.1" },
  // Bundled beforehand it would bypass the plugins that change it.
  optimizeDeps: { exclude: ["@frsh/fresh"] },
  build: {
    sourcemap: SOURCE_MAPS,
    rolldownOptions: {
      // The module that Fresh makes of `routes/robots.txt.ts` is named robots.txt, but is not a
      // text.
      moduleTypes: { ".txt": "js" },
      // Modules of the domain only compute, which a lint rule enforces: a page's scripts contain
      // only the used parts.
      treeshake: { moduleSideEffects: [{ test: /\/shared\/domain\//, sideEffects: false }] },
    },
  },
  nitro: {
    entry: "./edge/main.ts",
    sourcemap: SOURCE_MAPS,
    compressPublicAssets: { gzip: true, brotli: true },
    // Vite's own proxy is never reached: Fresh answers 404 first; and nitro's keeps the prefix.
    devHandlers: [{
      route: "/api/**",
      handler: ({ req }) => passToApi(req, { apiUrl, peer: "127.0.0.1", log }),
    }],
  },
});
