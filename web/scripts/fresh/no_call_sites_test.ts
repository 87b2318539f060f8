import { assertEquals, assertRejects } from "@std/assert";
import { h, options } from "preact";
import { runFresh } from "../../testing/fresh_module.ts";
import { noCallSites } from "./no_call_sites.ts";
import type { FreshPatch } from "./patch.ts";

interface Renderer {
  renderPage(page: unknown): Promise<string>;
}

/** Whether an element with a handler brings a stack trace, and how a page of it alone fails. */
async function buttonWithHandler(patch?: FreshPatch) {
  const hooks = { ...options };
  const { renderPage } = await runFresh<Renderer>("server/render.js", patch ? { patch } : {});
  try {
    const button = h("button", { onClick: () => {} });
    const error = await assertRejects(() => renderPage(button), Error, "`onClick` on a `button`");
    return { hasTrace: "__fError" in button, kind: error.name };
  } finally {
    // A renderer hooks into Preact for good: two of them would wrap one another's elements.
    for (const name of Object.keys(options)) Reflect.deleteProperty(options, name);
    Object.assign(options, hooks);
  }
}

Deno.test("noCallSites() is needed: Fresh takes a stack trace for each handler", async () => {
  assertEquals(await buttonWithHandler(), { hasTrace: true, kind: "Error" });
});

Deno.test("noCallSites() takes none, and a handler outside an island fails as before", async () => {
  assertEquals(await buttonWithHandler(noCallSites), { hasTrace: false, kind: "TypeError" });
});
