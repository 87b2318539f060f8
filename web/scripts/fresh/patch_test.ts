import { assertEquals, assertThrows } from "@std/assert";
import { changeModule } from "./patch.ts";

const CHANGES = { "server/a.js": [["one", "two"], [/\btwo\b/, "three"]] } as const;

Deno.test("changeModule() makes a module's changes in turn, and leaves others alone", () => {
  assertEquals(changeModule({ file: "server/a.js", code: "one()" }, CHANGES), "three()");
  assertEquals(changeModule({ file: "server/b.js", code: "one()" }, CHANGES), null);
});

Deno.test("changeModule() refuses a module without what it changes", () => {
  assertThrows(
    () => changeModule({ file: "server/a.js", code: "four()" }, CHANGES),
    Error,
    "Fresh's server/a.js changed: it has no one",
  );
});
