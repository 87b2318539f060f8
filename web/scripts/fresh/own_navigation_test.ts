import { assertEquals } from "@std/assert";
import { runFresh } from "../../testing/fresh_module.ts";
import { ownNavigation } from "./own_navigation.ts";
import type { FreshPatch } from "./patch.ts";

/** How often Fresh takes over a step back to another state of the page. */
async function stepsTakenOver(patch?: FreshPatch): Promise<number> {
  const navigation = Object.assign(new EventTarget(), { entries: () => [] });
  const stepBack = Object.assign(new Event("navigate"), {
    canIntercept: true,
    downloadRequest: null,
    hashChange: false,
    navigationType: "traverse",
    destination: { sameDocument: true, index: 0, url: "http://127.0.0.1/" },
    signal: new AbortController().signal,
    taken: 0,
    intercept: () => stepBack.taken++,
  });
  // It installs itself where there is a document.
  const globals = { navigation, document: {}, location: new URL("http://127.0.0.1/?step=5") };
  const before = Object.keys(globals).map((name) =>
    [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const
  );
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  try {
    await runFresh("client/partials.js", patch ? { patch } : {});
    navigation.dispatchEvent(stepBack);
  } finally {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, descriptor);
    }
  }
  return stepBack.taken;
}

Deno.test("ownNavigation() is needed: Fresh takes over steps between states of a page", async () => {
  assertEquals(await stepsTakenOver(), 1);
});

Deno.test("ownNavigation() leaves steps to the browser", async () => {
  assertEquals(await stepsTakenOver(ownNavigation), 0);
});
