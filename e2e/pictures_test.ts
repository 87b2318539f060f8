/** Pictures of pages, for sites that show links: the built site over a real API. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { HtmlNode } from "@mypacer/shared/federation/html.ts";
import { until } from "@mypacer/shared/testing/until.ts";
import { valueOf, withPlainSpaces } from "../web/testing/read_page.ts";
import { MINOR, NO_RECORDS, PAUL, WITHOUT_RECORDS, ZOE } from "./testing/compared_people.ts";
import { useComparisonSite } from "./testing/comparison_site.ts";

const running = useComparisonSite([ZOE, PAUL, MINOR, NO_RECORDS, WITHOUT_RECORDS]);

const PNG = [0x89, 0x50, 0x4e, 0x47];
const BOTH = `${ZOE.ffaId},${PAUL.ffaId}`;

const meta = (document: HtmlNode, name: string) =>
  valueOf(document, `meta[property='og:${name}']`, "content");

/** Path and query of the picture that a page names. */
function pictureOf(document: HtmlNode): string {
  const { pathname, search } = new URL(meta(document, "image") ?? "");
  return pathname + search;
}

/** The picture of a path: its size, px, and how long it may be kept; fails for anything else. */
async function pictureAt(path: string) {
  // A busy machine draws slowly, and then has others wait for their turn.
  const response = await until(`the picture ${path}`, async () => {
    const answer = await running.site.ask(path);
    if (answer.status !== 503) return answer;
    await answer.body?.cancel();
  });
  assertEquals(response.status, 200, path);
  assertEquals(response.headers.get("content-type"), "image/png");
  assertEquals(response.headers.get("cross-origin-resource-policy"), "cross-origin");
  const bytes = await response.bytes();
  assertEquals([...bytes.slice(0, 4)], PNG);
  const view = new DataView(bytes.buffer);
  return {
    size: [view.getUint32(16), view.getUint32(20)],
    cache: response.headers.get("cache-control"),
  };
}

Deno.test("the preview of a page that names people names nobody, and shows a picture of its own", async () => {
  for (
    const [path, title, picture] of [
      [`/athlete/${ZOE.ffaId}`, "Records d’un athlète", `/athlete/${ZOE.ffaId}/apercu`],
      [
        `/en/athlete/${ZOE.ffaId}`,
        "An athlete’s personal bests",
        `/en/athlete/${ZOE.ffaId}/preview`,
      ],
      [
        `/comparer?athletes=${BOTH}`,
        "2 athlètes comparés",
        `/comparer/apercu?athletes=${BOTH}`,
      ],
      [
        `/course?athletes=${BOTH}`,
        "La course : 5 km",
        `/course/apercu?distance=5000&athletes=${BOTH}`,
      ],
      [`/?athletes=${ZOE.ffaId}`, null, `/tableau/apercu?athletes=${ZOE.ffaId}`],
      ["/recherche?q=testard", null, "/tableau/apercu"],
    ] as const
  ) {
    const { document } = await running.site.page(path);
    if (title !== null) {
      assertEquals(withPlainSpaces(meta(document, "title") ?? ""), title, path);
    }
    assert(!/testard|durand/i.test(meta(document, "title") ?? ""), path);
    assertEquals(pictureOf(document), picture);
    assertEquals([meta(document, "url"), meta(document, "description")], [null, null], path);
  }
  const { document } = await running.site.page("/planificateur?d=10000&t=40:00");
  assertStringIncludes(meta(document, "title") ?? "", "10\u00a0km");
  assertEquals(pictureOf(document), "/planificateur/apercu?d=10000&t=40:00");
});

Deno.test("pictures are PNGs of the size that sites show; those of people are kept by nobody", async () => {
  for (
    const [path, cache] of [
      ["/planificateur/apercu", "public, max-age=86400"],
      ["/en/planner/preview?t=3:15:00&every=km&effort=halves&p=2", "public, max-age=86400"],
      [`/athlete/${ZOE.ffaId}/apercu`, "private, no-store"],
      [`/comparer/apercu?athletes=${BOTH}`, "private, no-store"],
      [`/en/race/preview?athletes=${BOTH}`, "private, no-store"],
    ] as const
  ) assertEquals(await pictureAt(path), { size: [1200, 630], cache }, path);
});

Deno.test("who is a minor, unknown or unread has no picture: the table's is shown instead", async () => {
  for (
    const path of [
      `/athlete/${MINOR.ffaId}/apercu`,
      `/athlete/${NO_RECORDS.ffaId}/apercu`,
      "/athlete/999/apercu",
      "/athlete/x/apercu",
      `/athlete/${WITHOUT_RECORDS.ffaId}/apercu`,
      `/comparer/apercu?athletes=${ZOE.ffaId},${MINOR.ffaId}`,
      `/comparer/apercu?athletes=${ZOE.ffaId}`,
      `/course/apercu?athletes=${BOTH},${MINOR.ffaId}`,
      `/course/apercu?athletes=${ZOE.ffaId}`,
      "/comparer/apercu",
      "/planificateur/apercu?d=x",
    ]
  ) {
    const { status, headers, body } = await running.site.ask(path);
    await body?.cancel();
    assertEquals([status, headers.get("location")], [303, "/tableau/apercu"], path);
    assertEquals(headers.get("cache-control"), "private, no-store");
  }
});
