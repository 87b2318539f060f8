import { h, options } from "preact";
import type { FreshPatch } from "../scripts/fresh/patch.ts";
import { runFresh } from "./fresh_module.ts";

interface Renderer {
  renderPage(page: unknown, options: { renderConfig: unknown }): Promise<string>;
}

/** The page that Fresh's renderer, changed by a patch or as it is, makes of one island. */
export async function renderIsland(
  props: { text?: string },
  patch?: FreshPatch,
): Promise<string> {
  const hooks = { ...options };
  const { renderPage } = await runFresh<Renderer>("server/render.js", patch ? { patch } : {});
  const Island = ({ text }: { text?: string }) => h("p", null, text);
  const marked = Object.assign(Island, {
    __FRESH_SERIALIZABLE_FUNCTION: { specifier: "islands/Island.tsx", export: "default" },
  });
  try {
    return await renderPage(h(marked, props), {
      renderConfig: {
        islands: new Map([
          ["islands/Island.tsx", () => Promise.resolve({ entry: "/assets/island.js" })],
        ]),
        ssrAssets: [],
        clientBootAssets: { entry: "/assets/boot.js", css: [{ href: "/assets/site.css" }] },
      },
    });
  } finally {
    // A renderer hooks into Preact for good: two of them would wrap one another's elements.
    for (const name of Object.keys(options)) Reflect.deleteProperty(options, name);
    Object.assign(options, hooks);
  }
}
