import { assert, assertEquals, assertMatch } from "@std/assert";
import { renderIsland } from "../../testing/render_island.ts";
import { paintFirst } from "./paint_first.ts";

/** The scripts that a browser asks for before it runs the boot script. */
const askedForAtOnce = (html: string) =>
  [
    ...html.matchAll(/(?:rel="modulepreload" href=|\bimport \{[^}]*\} from )"([^"]+)"/g),
  ].map(([, url]) => url);

Deno.test("paintFirst() is needed: Fresh has scripts load beside the page", async () => {
  const html = await renderIsland({});
  assertEquals(new Set(askedForAtOnce(html)), new Set(["/assets/island.js", "/assets/boot.js"]));
});

Deno.test("paintFirst() asks for scripts once the page is painted", async () => {
  const html = await renderIsland({}, paintFirst);
  assertEquals(askedForAtOnce(html), []);
  const painted = html.indexOf('observe({type:"paint"');
  const imports = ["/assets/island.js", "/assets/boot.js"].map((url) => html.indexOf(url));
  assert(painted > 0 && imports.every((at) => at > painted), html);
  assertMatch(html, /const \{default:_0_0\}=await import\("\/assets\/island\.js"\);/);
});
