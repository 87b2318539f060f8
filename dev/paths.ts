import { fileURLToPath } from "node:url";

/** Path of a file named from this folder, e.g. `../api/main.ts`. */
export function pathTo(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
