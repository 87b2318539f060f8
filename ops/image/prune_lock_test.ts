import { assertEquals } from "@std/assert";
import { pruneLock, pruneManifest } from "./prune_lock.ts";

Deno.test("pruneLock() keeps what is named and what that needs", () => {
  const lock = {
    version: "5",
    specifiers: {
      "npm:zod@^4.6.7": "4.6.7",
      "npm:fast-check@^4.10.2": "4.10.2",
      "npm:@scope/server@1.0.0": "1.0.0",
    },
    npm: {
      "zod@4.6.7": {},
      "fast-check@4.10.2": { dependencies: ["pure-rand"] },
      "pure-rand@8.0.0": {},
      "@scope/server@1.0.0": { dependencies: ["pool@2.0.0"] },
      "pool@1.0.0": {},
      "pool@2.0.0": { optionalDependencies: ["@scope/wire"] },
      "@scope/wire@3.0.0": {},
    },
    workspace: { members: {} },
  };
  assertEquals(pruneLock(lock, new Set(["zod"])), {
    version: "5",
    specifiers: { "npm:zod@^4.6.7": "4.6.7" },
    npm: { "zod@4.6.7": {} },
  });
  assertEquals(Object.keys(pruneLock(lock, new Set(["@scope/server"])).npm), [
    "@scope/server@1.0.0",
    "pool@2.0.0",
    "@scope/wire@3.0.0",
  ]);
});

Deno.test("pruneManifest() leaves out the packages given, whatever they are called inside", () => {
  const manifest = {
    name: "@mypacer/api",
    imports: {
      check: "npm:fast-check@^4.10.2",
      std: "npm:/deno-std@1.4.0/",
      zod: "npm:zod@^4.6.7",
    },
  };
  assertEquals(pruneManifest(manifest, new Set(["fast-check", "deno-std"])), {
    name: "@mypacer/api",
    imports: { zod: "npm:zod@^4.6.7" },
  });
});
