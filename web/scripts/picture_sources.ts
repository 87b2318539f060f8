import { fileURLToPath } from "node:url";
import type { PictureFiles } from "../kit/pictures/renderer.ts";
import { pictureFonts } from "./subset_font.ts";

/** Files for drawing pictures: the renderer of its package, and the faces of all texts. */
export async function pictureSources(): Promise<PictureFiles> {
  const wasm = fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"));
  return { wasm: await Deno.readFile(wasm), ...await pictureFonts() };
}
