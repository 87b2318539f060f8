import { Buffer } from "node:buffer";
import subset from "subset-font";

const PACKAGE = "@fontsource-variable/archivo/files/archivo-latin-standard-normal.woff2";

/** ASCII, but for signs that no text of the site has: they weigh 2 kB. */
const ASCII = String.fromCodePoint(...Array.from({ length: 95 }, (_, index) => 32 + index))
  .replaceAll(/[\\^`{|}~$<>[\]]/g, "");
/** Letters of French, and of the names of people in France most often seen beside it. */
const LETTERS = "ÀÂÄÇÉÈÊËÎÏÔŒÖÙÛÜàâäçéèêëîïôœöùûüÁÍÓÚÑáíóúñ";
/** Signs of the site's texts and figures. */
const SIGNS = "\u00a0«»‘’“”–—…·′″−×½°²©→";

/** Widths and weights of a cut, each from the least to the most, or one alone. */
type Axes = Record<"wght" | "wdth", number | { min: number; max: number }>;

async function cut(axes: Axes, targetFormat: "woff2" | "truetype") {
  const whole = await Deno.readFile(new URL(import.meta.resolve(PACKAGE)));
  return new Uint8Array(
    await subset(Buffer.from(whole), ASCII + LETTERS + SIGNS, {
      targetFormat,
      // Digits of one width, so that columns stand in line; and pairs of letters.
      keepFeatures: ["tnum", "kern"],
      // No system that runs today's browsers needs hints at these sizes.
      noHinting: true,
      variationAxes: axes,
    }),
  );
}

/**
 * Cuts the typeface Archivo to what the site shows: of 90 kB, 32 are left. Other letters are drawn
 * with a face of the device.
 *
 * @returns A WOFF2 file with weights 400 to 700 and widths 75 to 100 %.
 */
export async function subsetFont(): Promise<Uint8Array<ArrayBuffer>> {
  return await cut({ wght: { min: 400, max: 700 }, wdth: { min: 75, max: 100 } }, "woff2");
}

/**
 * The typeface as pictures of links are drawn in it: their renderer knows no variable faces. The
 * width is that of the site's figures.
 *
 * @returns TrueType files.
 */
export async function pictureFonts() {
  const face = (wght: number) => cut({ wght, wdth: 78 }, "truetype");
  return { regular: await face(400), bold: await face(700) };
}

if (import.meta.main) {
  await Deno.writeFile(
    new URL("../kit/styles/archivo/archivo.woff2", import.meta.url),
    await subsetFont(),
  );
}
