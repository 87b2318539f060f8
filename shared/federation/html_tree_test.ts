import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { childElements, findAll, findFirst, parseHtml, tableRows, text } from "./html.ts";
import { readHtmlTree } from "./html_tree.ts";

/** Cells of the first table of a class, row by row. */
const rowsOf = (html: string, selector = "table") => {
  const table = findFirst(parseHtml(html), selector);
  return table === null
    ? null
    : tableRows(table).map((row) => childElements(row, "td", "th").map(text));
};

for (
  const [name, html, rows] of [
    ["every end tag left out", "<table><tr><td>1<td>2<tr><td>3<td>4</table>", [["1", "2"], [
      "3",
      "4",
    ]]],
    ["no </tr> before </tbody>", "<table><tbody><tr><td>1</td></tbody></table>", [["1"]]],
    [
      "head and body without end tags",
      "<table><thead><tr><th>A<th>B<tbody><tr><td>1<td>2</table>",
      [
        ["A", "B"],
        ["1", "2"],
      ],
    ],
    ["th after td", "<table><tr><td>1<th>2<td>3</table>", [["1", "2", "3"]]],
    ["a span left open in a cell", "<table><tr><td><span>1<td>2<tr><td>3</table>", [["1", "2"], [
      "3",
    ]]],
    ["a paragraph left open in a cell", "<table><tr><td><p>1<tr><td>2</table>", [["1"], ["2"]]],
    [
      "a </div> too many in a cell",
      "<div><table><tr><td>1</div></td></tr><tr><td>2</table></div>",
      [
        ["1"],
        ["2"],
      ],
    ],
    [
      "a form between its parts",
      "<table><form><tr><td>1</td></tr></form><tr><td>2</td></tr></table>",
      [
        ["1"],
        ["2"],
      ],
    ],
    ["a form within a row", "<table><tr><form><td>1</td><td>2</td></form></tr></table>", [[
      "1",
      "2",
    ]]],
    ["a div between rows", "<table><tr><td>1</td></tr><div>x<tr><td>2</td></tr></table>", [["1"], [
      "2",
    ]]],
    ["cells without a row", "<table><td>1<td>2</table>", [["1", "2"]]],
    [
      "a table inside, without end tags",
      "<table><tr><td>1<table><tr><td>x<tr><td>y</table><tr><td>2</table>",
      [
        ["1xy"],
        ["2"],
      ],
    ],
    [
      "tables inside whose end tags are missing",
      "<table><tr><td>1</td></tr><tr><td><table><tbody><tr><td>x</td></tr></tbody></td></tr>" +
      "<tr><td>2</td></tr><tr><td><table><tr><td>y</td></tr></td></tr><tr><td>3</td></tr></table>",
      [["1"], ["x"], ["2"], ["y"], ["3"]],
    ],
    [
      "a </td> too many in a table inside",
      "<table><tr><td><table><tr><td>x</td></td><td>y</td></tr></table></td><td>1</td></tr></table>",
      [["xy", "1"]],
    ],
    ["capitals in its tags", "<TABLE><TR><TD>1<TD>2</TABLE>", [["1", "2"]]],
  ] as const
) {
  Deno.test(`readHtmlTree() gives the rows of a table with ${name}`, () => {
    assertEquals<unknown>(rowsOf(html), rows);
  });
}

Deno.test("readHtmlTree() ends paragraphs, list items, options and links where the next begins", () => {
  const html = `<p>1<p>2<div>3</div><ul><li>4<ul><li>5</ul><li>6</ul>
    <select><option>7<option>8</select><a href=x>9<a href=y>10</a>`;
  const texts = (selector: string) => findAll(parseHtml(html), selector).map(text);
  assertEquals(texts("p"), ["1", "2"]);
  assertEquals(texts("ul > li"), ["45", "5", "6"]);
  assertEquals(texts("option"), ["7", "8"]);
  assertEquals(texts("a"), ["9", "10"]);
});

Deno.test("readHtmlTree() ends a head where the page begins, without tags for either", () => {
  const document = parseHtml("<html><head><title>1</title><meta x><h1>2</h1><p>3");
  assertEquals(findAll(document, "head > *").map(({ name }) => name), ["title", "meta"]);
  assertEquals(findAll(document, "html > *").map(({ name }) => name), ["head", "h1", "p"]);
});

Deno.test("readHtmlTree() reads attributes in any quotes, entities decoded, the first of a name", () => {
  const html = `<a HREF='/a?x=1&amp;y=2' class=b data-x="&eacute;" class="c" hidden>z</a>`;
  assertEquals(findFirst(parseHtml(html), "a")?.attribs, {
    href: "/a?x=1&y=2",
    class: "b",
    "data-x": "é",
    hidden: "",
  });
});

Deno.test("readHtmlTree() takes markup in scripts, styles, titles and comments for text", () => {
  const html =
    `<title>a<b>c</title><script>"<table><!--"</script><style><tr></style><!-- <td> --><p>1`;
  assertEquals(findAll(parseHtml(html), "*").map(({ name }) => name), [
    "title",
    "script",
    "style",
    "p",
  ]);
});

Deno.test("readHtmlTree() says what was open at the end, and whether the page had ended", () => {
  const tree = (html: string) => {
    const { isEnded, endsInTag, leftOpen, unclosed } = readHtmlTree(html);
    return { isEnded, endsInTag, leftOpen, unclosed };
  };
  assertEquals(tree("<html><body><table><tr><td>1"), {
    isEnded: false,
    endsInTag: false,
    leftOpen: ["html", "body", "table", "tr", "td"],
    unclosed: ["table"],
  });
  assertEquals(tree("<html><body></body></html><!-- x --><script>1</script>").isEnded, true);
  assertEquals(tree("<html><body></body></html><p>more").isEnded, false);
  assertEquals(tree("<p>1</p><a hre").endsInTag, true);
  assertEquals(tree("<table><tbody><tr><td>1</table>").unclosed, ["tbody"]);
});

Deno.test("readHtmlTree() takes anything apart, and keeps every row of a table whose end tags may be missing", () => {
  fc.assert(fc.property(fc.string({ maxLength: 200, unit: "binary" }), (html) => {
    readHtmlTree(html);
  }));
  const optional = fc.boolean();
  const cell = fc.tuple(fc.constantFrom("td", "th"), optional, optional);
  const rows = fc.array(fc.tuple(fc.array(cell, { minLength: 1, maxLength: 4 }), optional), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(fc.property(rows, optional, (rows, hasBody) => {
    const markup = rows.map(([cells, isClosed]) =>
      `<tr>${
        cells.map(([name, isClosed, hasSpan]) =>
          `<${name}>${hasSpan ? "<span>x" : "x"}${isClosed ? `</${name}>` : ""}`
        ).join("")
      }${isClosed ? "</tr>" : ""}`
    ).join("\n");
    const table = `<div><table>${hasBody ? "<tbody>" : ""}${markup}</table></div>`;
    assertEquals(rowsOf(table)?.map(({ length }) => length), rows.map(([cells]) => cells.length));
  }));
});
