/**
 * Writes `.fresh/types`: the route types that `deno check` and `deno test` need, without a build.
 */
import { fileURLToPath } from "node:url";
import { resolveConfig } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
await resolveConfig({ root, configLoader: "native" }, "build");
