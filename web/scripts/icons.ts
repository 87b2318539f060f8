/**
 * `deno task --filter @mypacer/web icons`: draws the icons of the installed site from the logo; to
 * be run again when it changes.
 */
import { fileURLToPath } from "node:url";
import { createRenderer } from "../pages/table_files/picture.ts";
import { PICTURE_SOURCES } from "./picture_sources.ts";

const place = (name: string) => fileURLToPath(new URL(`../public/${name}`, import.meta.url));

const logo = await Deno.readTextFile(place("favicon.svg"));
const render = await createRenderer(async () => ({
  wasm: await Deno.readFile(PICTURE_SOURCES.wasm),
  font: await Deno.readFile(PICTURE_SOURCES.font),
}));
for (const size of [180, 192, 512]) {
  // Systems cut icons to their own shapes: no rounded corners, and the sign within the safe middle.
  const svg = logo.replace('rx="7" ', "")
    .replace("<g ", '<g transform="translate(3.2 3.2) scale(.8)" ');
  await Deno.writeFile(place(`icon-${size}.png`), render(svg, size));
}
