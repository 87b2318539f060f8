/**
 * `deno task --filter @mypacer/web icons`: draws the icons of the installed site from the logo; to
 * be run again when it changes.
 */
import { fileURLToPath } from "node:url";
import { createRenderer } from "../kit/pictures/renderer.ts";
import { pictureSources } from "./picture_sources.ts";

const place = (name: string) => fileURLToPath(new URL(`../public/${name}`, import.meta.url));

const logo = await Deno.readTextFile(place("favicon.svg"));
const render = await createRenderer(pictureSources);
for (const size of [180, 192, 512]) {
  // Systems cut icons to their own shapes: no rounded corners, and the sign within the safe middle.
  const svg = logo.replace('rx="7" ', "")
    .replace("<g ", '<g transform="translate(3.2 3.2) scale(.8)" ');
  await Deno.writeFile(place(`icon-${size}.png`), render(svg, size));
}

/** What the shortcuts of the installed site show, in a box of 24. */
const SHORTCUTS: Record<string, string> = {
  table: "M4 4h16v16H4zM4 9.3h16M9.3 4v16",
  track: "M8 6h8a6 6 0 0 1 0 12H8A6 6 0 0 1 8 6zM9 10.5h6a1.5 1.5 0 0 1 0 3H9a1.5 1.5 0 0 1 0-3z",
  planner: "M4 18l5-7 5 3 6-9",
  search: "M10.5 4.500a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15 15l5 5",
  group:
    "M8 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 19.500a5.500 5.500 0 0 1 11 0M15.500 5a3 3 0 0 1 0 6M16.500 14.500a5 5 0 0 1 5 5",
};
/** Side of such an icon, px, as Android draws it. */
const SHORTCUT_SIDE = 96;

for (const [name, path] of Object.entries(SHORTCUTS)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">
    <circle cx="24" cy="24" r="24" fill="#33247a" />
    <path d="${path}" transform="translate(12 12)" fill="none" stroke="#d9f44a" stroke-width="2"
      stroke-linecap="round" stroke-linejoin="round" />
  </svg>`;
  await Deno.writeFile(place(`shortcut-${name}.png`), render(svg, SHORTCUT_SIDE));
}
