// @ts-ignore A virtual module of the build: the files packed, as base64.
import { bold, regular, wasm } from "virtual:picture-files";
import type { PictureFiles } from "./renderer.ts";

async function unpacked(base64: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([Uint8Array.fromBase64(base64)]).stream();
  return await new Response(packed.pipeThrough(new DecompressionStream("gzip"))).bytes();
}

/** Files for drawing, as the build packs them. */
export async function readPictureFiles(): Promise<PictureFiles> {
  return {
    wasm: await unpacked(wasm),
    regular: await unpacked(regular),
    bold: await unpacked(bold),
  };
}
