import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** Draws an SVG as a PNG of a width in pixels. */
export type Render = (svg: string, width: number) => Uint8Array<ArrayBuffer>;

/** Files for drawing: the renderer, and the font of all texts. */
export interface PictureFiles {
  wasm: Uint8Array<ArrayBuffer>;
  font: Uint8Array<ArrayBuffer>;
}

let ready: Promise<Render> | undefined;

async function start(load: () => Promise<PictureFiles>): Promise<Render> {
  const { wasm, font } = await load();
  await initWasm(wasm);
  return (svg, width) => {
    const image = new Resvg(svg, {
      fitTo: { mode: "width", value: width },
      font: { fontBuffers: [font], loadSystemFonts: false, defaultFontFamily: "Archivo Narrow" },
    });
    try {
      return Uint8Array.from(image.render().asPng());
    } finally {
      image.free();
    }
  };
}

/** The renderer, loaded at its first use: it takes some megabytes. */
export function createRenderer(load: () => Promise<PictureFiles>): Promise<Render> {
  ready ??= start(load);
  return ready;
}
