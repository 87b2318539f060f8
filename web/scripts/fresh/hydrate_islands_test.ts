import { assertEquals } from "@std/assert";
import { runFresh } from "../../testing/fresh_module.ts";
import { hydrateIslands } from "./hydrate_islands.ts";
import type { FreshPatch } from "./patch.ts";

interface Islands {
  bootNodes(nodes: unknown[], state: unknown): void;
}

/** In place of Preact: answers what it was asked to do. */
const PREACT = `data:text/javascript,${
  encodeURIComponent(`
    export const h = (Component) => Component;
    export const render = (Component) => Component("render");
    export const hydrate = (Component) => Component("hydrate");
  `)
}`;

/** What Fresh does with an island that the server drew. */
async function islandsDeed(patch?: FreshPatch): Promise<string[]> {
  const { bootNodes } = await runFresh<Islands>("client/islands.js", {
    standIns: { preact: PREACT },
    ...(patch ? { patch } : {}),
  });
  const deeds: string[] = [];
  const markers = ["fresh-island:0", "/fresh-island"].map((data) => ({
    nodeType: 8,
    data,
    parentNode: {},
  }));
  bootNodes(markers, { islands: [{ Component: (deed: string) => deeds.push(deed) }], signals: [] });
  return deeds;
}

Deno.test("hydrateIslands() is needed: Fresh renders islands anew over the page", async () => {
  assertEquals(await islandsDeed(), ["render"]);
});

Deno.test("hydrateIslands() has them hydrated", async () => {
  assertEquals(await islandsDeed(hydrateIslands), ["hydrate"]);
});
