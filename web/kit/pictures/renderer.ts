import { initWasm, Resvg } from "@resvg/resvg-wasm";

/** Family of all texts on pictures: the site's own. */
export const PICTURE_FAMILY = "Archivo";

/** Draws an SVG as a PNG of a width in pixels. */
export type Render = (svg: string, width: number) => Uint8Array<ArrayBuffer>;

/** Files for drawing: the renderer, and the faces of all texts. */
export interface PictureFiles {
  wasm: Uint8Array<ArrayBuffer>;
  regular: Uint8Array<ArrayBuffer>;
  bold: Uint8Array<ArrayBuffer>;
}

let ready: Promise<Render> | undefined;

async function start(load: () => Promise<PictureFiles>): Promise<Render> {
  const { wasm, regular, bold } = await load();
  await initWasm(wasm);
  return (svg, width) => {
    const image = new Resvg(svg, {
      fitTo: { mode: "width", value: width },
      font: {
        fontBuffers: [regular, bold],
        loadSystemFonts: false,
        defaultFontFamily: PICTURE_FAMILY,
      },
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
