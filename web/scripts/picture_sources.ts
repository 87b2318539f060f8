import { fileURLToPath } from "node:url";

const pathOf = (specifier: string) => fileURLToPath(import.meta.resolve(specifier));

/** Paths in the packages of the files for drawing: the renderer, and the font of all texts. */
export const PICTURE_SOURCES = {
  wasm: pathOf("@resvg/resvg-wasm/index_bg.wasm"),
  font: pathOf("@fontsource-variable/archivo-narrow/files/archivo-narrow-latin-wght-normal.woff2"),
} as const;
