import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { parseHtml, text } from "./html.ts";
import { rewriteHtml, type Rewriter } from "./html_rewrite.ts";

const SAME: Rewriter = {
  text: (text) => text,
  attribute: (_name, value) => value,
  code: (text) => text,
};

Deno.test("rewriteHtml() leaves a page as it came where nothing is to change", () => {
  for (
    const html of [
      '<!DOCTYPE html><html lang="fr"><body><p class="a">Né(e) en&nbsp;: &eacute; &amp; 1</p><br></body></html>',
      "<table><tr><td>un<td>deux</table></p></foo> rest",
      '<thead><tr><th>Date</th></tr></thead><tbody><tr><td>1</td></tr><script>"<!--"</script>',
    ]
  ) assertEquals(rewriteHtml(html, SAME), html);
});

Deno.test("rewriteHtml() changes texts and attributes, and no element", () => {
  const html = '<p title="a &amp; b" data-id="7">x &lt; y<b>z</b></p>';
  const rewritten = rewriteHtml(html, {
    ...SAME,
    text: (text) => text.toUpperCase(),
    attribute: (name, value) => name === "data-id" ? null : `${value} "!"`,
  });
  assertEquals(rewritten, '<p title="a &amp; b &quot;!&quot;">X &lt; Y<b>Z</b></p>');
});

Deno.test("rewriteHtml() says what stands before a text", () => {
  const befores: string[] = [];
  rewriteHtml("<p><span>Club : </span>Ac Exemple</p>", {
    ...SAME,
    text: (text, _place, before) => {
      befores.push(before.trim());
      return text;
    },
  });
  assertEquals(befores, ["", "Club :"]);
});

Deno.test("rewriteHtml() gives scripts, comments and broken tags as code", () => {
  const seen: string[] = [];
  rewriteHtml(
    '<!-- Zoe --><script>var a="Zoe";</script><style>.zoe{}</style><p>Zoe</p><a href="/athletes/7',
    {
      ...SAME,
      code: (code) => {
        if (code !== "") seen.push(code);
        return code;
      },
    },
  );
  assertEquals(seen, [" Zoe ", 'var a="Zoe";', ".zoe{}", '<a href="/athletes/7']);
});

Deno.test("rewriteHtml() lets no letter of any markup by that is not given to the rewriter", () => {
  const piece = fc.constantFrom(
    "<p>",
    "</p>",
    "<a href='z",
    '<a title="z"z>',
    "<td z",
    "z",
    "<!--z",
    "-->",
    "<script>z",
    "</script>",
    "<![CDATA[z]]>",
    "<?z?>",
    "<!z>",
    "</z z>",
    "</z>",
    "<z>",
    "&z;",
    " ",
    '"',
    ">",
    "<br/>",
    "</br>",
  );
  const blank = (text: string) => text.replaceAll(/z/gi, "-");
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
    const rewritten = rewriteHtml(pieces.join(""), {
      text: blank,
      attribute: (name, value) => /z/i.test(name) ? null : blank(value),
      code: blank,
    });
    assertEquals(/z/i.test(rewritten), false, rewritten);
  }));
});

Deno.test("rewriteHtml() keeps the text of a page readable", () => {
  const html = "<div><p>Ac Exemple</p><p>Ville&nbsp;Test</p></div>";
  assertEquals(text(parseHtml(rewriteHtml(html, SAME))), "Ac ExempleVille Test");
});
