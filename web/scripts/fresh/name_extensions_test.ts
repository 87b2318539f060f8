import { assertEquals } from "@std/assert";
import { runFresh } from "../../testing/fresh_module.ts";
import { nameExtensions } from "./name_extensions.ts";

interface Types {
  generateRouteTypeFile(
    route: string,
    params: readonly unknown[],
    middleware: string,
    handlers: boolean,
  ): { content: string };
}

/** What the generated types of a page import of its middleware. */
async function middlewareImports(): Promise<string> {
  const { generateRouteTypeFile } = await runFresh<Types>("build/types.js");
  return generateRouteTypeFile("clubs/index.tsx", [], "_middleware.ts", false).content;
}
const imported = (types: string) => /from "(\.[^"]*_middleware[^"]*)"/.exec(types)?.[1];

Deno.test("nameExtensions() is needed: Fresh imports a middleware without its extension", async () => {
  assertEquals(imported(await middlewareImports()), "../$_middleware");
});

Deno.test("nameExtensions() names it", async () => {
  assertEquals(imported(nameExtensions(await middlewareImports())), "../$_middleware.ts");
});
