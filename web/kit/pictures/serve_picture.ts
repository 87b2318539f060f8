import { LRUCache } from "lru-cache";
import { heavyTurn } from "../load/heavy_turn.ts";
import { pageHeaders } from "../load/page_answer.ts";
import type { Site } from "../load/site.ts";
import { PICTURE_SIZE } from "./picture_frame.ts";
import { createRenderer } from "./renderer.ts";

/** Expected time for drawing a picture, ms. */
const DRAWING = 40;
/** Most pictures kept: shared links are requested again and again. */
const MOST_KEPT = 200;

const pictures = new LRUCache<string, Uint8Array<ArrayBuffer>>({ max: MOST_KEPT });

/**
 * Answers a picture of {@linkcode PICTURE_SIZE} as a PNG, for sites that show a link.
 *
 * @param options.key Of what it shows, where that is nobody's: it is kept under it.
 * @param options.draw Draws it as SVG.
 */
export async function servePicture(
  site: Pick<Site, "heavyWork">,
  { key, draw }: { key: string | null; draw: () => string },
): Promise<Response> {
  let picture = key === null ? undefined : pictures.get(key);
  if (picture === undefined) {
    const render = await createRenderer(async () =>
      await (await import("./picture_files.ts")).readPictureFiles()
    );
    const refusal = await heavyTurn(site, DRAWING);
    if (refusal !== null) return refusal;
    picture = render(draw(), PICTURE_SIZE.width);
    if (key !== null) pictures.set(key, picture);
  }
  const headers = pageHeaders({ named: key === null });
  headers.set("content-type", "image/png");
  headers.set("x-robots-tag", "noindex");
  if (key !== null) headers.set("cache-control", "public, max-age=86400");
  // Sites that preview the link load it from here.
  headers.set("cross-origin-resource-policy", "cross-origin");
  return new Response(picture, { headers });
}
