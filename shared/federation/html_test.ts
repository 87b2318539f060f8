import { assertEquals } from "@std/assert";
import {
  childElements,
  findAll,
  findFirst,
  parseHtml,
  tableRows,
  text,
  textAfter,
  textLines,
} from "./html.ts";

const first = (html: string, selector: string) => {
  const found = findFirst(parseHtml(html), selector);
  if (found === null) throw new Error(`nothing is ${selector}`);
  return found;
};

Deno.test("text() makes every space one plain space and composes accents", () => {
  const html =
    "<p> Ac&nbsp;&nbsp;Exemple\u202f\n<b>de\u0301tail</b><script>no()</script>&amp;&#233; </p>";
  assertEquals(text(first(html, "p")), "Ac Exemple détail&é");
});

Deno.test("textLines() cuts at line breaks", () => {
  assertEquals(textLines(first("<h1>Zoe<br> MARTINOT<br/></h1>", "h1")), ["Zoe", "MARTINOT"]);
});

Deno.test("textAfter() reads on behind the element and what wraps it, up to the next of its kind", () => {
  const html = "<td><b><a>A</a></b>&nbsp;one <i>two</i><span><a>B</a></span> three</td>";
  assertEquals(textAfter(first(html, "a"), ({ name }) => name === "a"), "one two");
});

Deno.test("tableRows() finds rows with and without tbody, and not those of a table inside", () => {
  for (
    const html of [
      "<table><tr id=1><td><table><tr id=2></table><tr id=3></table>",
      "<table><thead><tr id=1></thead><tbody><tr id=3></tbody></table>",
    ]
  ) {
    assertEquals(tableRows(first(html, "table")).map(({ attribs }) => attribs.id), ["1", "3"]);
  }
});

Deno.test("childElements() leaves grandchildren out", () => {
  const row = first(
    "<tr><td>1<table><tr><td>x</td></tr></table></td><th>2</th><td>3</td></tr>",
    "tr",
  );
  assertEquals(childElements(row, "td").map(text), ["1x", "3"]);
  assertEquals(findAll(row, "td").length, 3);
});

Deno.test("text() separates what a br separates, and holds no NUL", () => {
  assertEquals(text(first("<h1>Zoe<br>MARTINOT</h1>", "h1")), "Zoe MARTINOT");
  assertEquals(text(first("<p>MARTI\u0000NOT Zoe</p>", "p")), "MARTINOT Zoe");
  assertEquals(textLines(first("<p>a\u0000b<br>c</p>", "p")), ["ab", "c"]);
});
