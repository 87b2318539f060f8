import { assertEquals, assertRejects } from "@std/assert";
import { renderIsland } from "../testing/render_island.ts";
import { createStyleReader, withInlineStyles } from "./inline_styles.ts";

const LINK = '<link rel="stylesheet" href="/assets/site-Ab_1.css"/>';

Deno.test("withInlineStyles() is needed: Fresh links style sheets", async () => {
  const linked = await renderIsland({});
  const { html } = await withInlineStyles(linked, () => Promise.resolve({ css: "", source: "" }));
  assertEquals([linked, html].map((html) => html.includes("/assets/site.css")), [true, false]);
});

Deno.test("a sheet stands in the page as it is, also where it holds what a replacement would expand", async () => {
  const css = "p::after{content:'$&$1'}";
  const { html, sources } = await withInlineStyles(
    `<head>${LINK}</head>`,
    () => Promise.resolve({ css, source: "'sha256-x'" }),
  );
  assertEquals(html, `<head><style>${css}</style></head>`);
  assertEquals(sources, ["'sha256-x'"]);
});

Deno.test("only sheets of the build are put into a page", async () => {
  const other = '<link rel="stylesheet" href="https://example.org/a.css"><p>&lt;link&gt;</p>';
  const { html, sources } = await withInlineStyles(other, () => Promise.reject(new Error("asked")));
  assertEquals(html, other);
  assertEquals(sources, []);
});

Deno.test("a sheet is read once, and again after it failed", async () => {
  const answers = [new Response(null, { status: 500 }), new Response("a{}")];
  let asked = 0;
  const read = createStyleReader(() => Promise.resolve(answers[asked++] ?? Response.error()));
  await assertRejects(() => read("/assets/a.css"), Error, "/assets/a.css answered 500");
  const both = await Promise.all([read("/assets/a.css"), read("/assets/a.css")]);
  assertEquals(both.map(({ css }) => css), ["a{}", "a{}"]);
  assertEquals(asked, 2);
});
