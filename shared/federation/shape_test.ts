import { assertEquals } from "@std/assert";
import { findFirst, parseHtml } from "./html.ts";
import { outline, outlineText, PageShapeError } from "./shape.ts";

Deno.test("PageShapeError names page and row", () => {
  const error = new PageShapeError("roster", "no name", { row: 3, cause: "why" });
  assertEquals(error.message, "Cannot read roster page, row 3: no name");
  assertEquals([error.name, error.page, error.row, error.cause], [
    "PageShapeError",
    "roster",
    3,
    "why",
  ]);
  assertEquals(
    new PageShapeError("search", "it is no JSON").message,
    "Cannot read search page: it is no JSON",
  );
});

Deno.test("outline() keeps tags, classes and the pattern of the text, and nothing personal", () => {
  const row = findFirst(
    parseHtml(
      '<tr class="trlive" id="x"><td title="Zoé">N\'DOUMBA Élise-Marie (BEL)</td><td>12/03/2004</td></tr>',
    ),
    "tr",
  );
  assertEquals(
    row && outline(row),
    `<tr class="trlive"><td>A'A A-A (A)</td><td>99/99/9999</td></tr>`,
  );
});

Deno.test("outlineText() cuts long text", () => {
  assertEquals(outlineText("-".repeat(500)).length, 240);
});
