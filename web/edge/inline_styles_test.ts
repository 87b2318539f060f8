import { assertEquals, assertRejects } from "@std/assert";
import { renderIsland } from "../testing/render_island.ts";
import { plainBody, sharePart } from "./body_coding.ts";
import { createStyleReader, type PagePart, withInlineStyles } from "./inline_styles.ts";

const encoder = new TextEncoder();

const textOf = (parts: readonly PagePart[]) =>
  new TextDecoder().decode(
    plainBody(parts.map((part) => typeof part === "string" ? encoder.encode(part) : part)).bytes,
  );

/** A sheet as a reader gives it. */
const sheet = (css: string) => Promise.resolve({ ...sharePart(css), source: "'sha256-x'" });

const LINK = '<link rel="stylesheet" href="/assets/site-Ab_1.css"/>';

Deno.test("withInlineStyles() is needed: Fresh links style sheets", async () => {
  const linked = await renderIsland({});
  const { parts } = await withInlineStyles(linked, () => sheet(""));
  assertEquals(
    [linked, textOf(parts)].map((html) => html.includes("/assets/site.css")),
    [true, false],
  );
});

Deno.test("a sheet stands in the page as it is, also where it holds what a replacement would expand", async () => {
  const css = "p::after{content:'$&$1'}";
  const { parts, sources } = await withInlineStyles(
    `<head>${LINK}${LINK}</head>`,
    () => sheet(css),
  );
  assertEquals(textOf(parts), `<head><style>${css}</style><style>${css}</style></head>`);
  assertEquals(sources, ["'sha256-x'"]);
});

Deno.test("only sheets of the build are put into a page", async () => {
  const other = '<link rel="stylesheet" href="https://example.org/a.css"><p>&lt;link&gt;</p>';
  const { parts, sources } = await withInlineStyles(
    other,
    () => Promise.reject(new Error("asked")),
  );
  assertEquals(parts, [other]);
  assertEquals(sources, []);
});

Deno.test("a sheet is read once, and again after it failed", async () => {
  const answers = [new Response(null, { status: 500 }), new Response("a{}")];
  let asked = 0;
  const read = createStyleReader(() => Promise.resolve(answers[asked++] ?? Response.error()));
  await assertRejects(() => read("/assets/a.css"), Error, "/assets/a.css answered 500");
  const both = await Promise.all([read("/assets/a.css"), read("/assets/a.css")]);
  assertEquals(both.map((one) => textOf([one])), ["a{}", "a{}"]);
  assertEquals(asked, 2);
});
