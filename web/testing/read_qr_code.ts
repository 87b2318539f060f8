import { initWasm, Resvg } from "@resvg/resvg-wasm";
import jsQr from "jsqr";

let ready: Promise<void> | undefined;

/**
 * Reads the QR code in an SVG as a phone would: from its pixels, black on white.
 *
 * @param width Pixels of the picture's side.
 * @returns Its text; null where there is no code that can be read.
 */
export async function readQrCode(svg: string, width = 300): Promise<string | null> {
  ready ??= Deno.readFile(new URL(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm")))
    .then((wasm) => initWasm(wasm));
  await ready;
  const image = new Resvg(svg, { fitTo: { mode: "width", value: width }, background: "white" });
  try {
    const { pixels, width, height } = image.render();
    // The types of the package are of another module system than its code.
    const read = jsQr as unknown as typeof jsQr.default;
    return read(Uint8ClampedArray.from(pixels), width, height)?.data ?? null;
  } finally {
    image.free();
  }
}
