import { changeModule } from "./patch.ts";

/**
 * Hydrates islands in the page as it stands: this alpha renders them anew over what the server
 * drew.
 */
export function hydrateIslands(file: string, code: string): string | null {
  return changeModule({ file, code }, {
    "client/islands.js": [
      ["import { h, render }", "import { h, hydrate, render }"],
      [/\brender\((?=h\(Component,)/, "hydrate("],
    ],
  });
}
