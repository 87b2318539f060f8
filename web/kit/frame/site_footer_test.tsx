import { parseHtml, text } from "@mypacer/shared/federation/html.ts";
import { assert, assertStringIncludes } from "@std/assert";
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { SiteFooter } from "./SiteFooter.tsx";
import "../texts/provide_all.ts";

const draw = (node: VNode) => parseHtml(renderToString(node));

Deno.test("SiteFooter is complete without the index", () => {
  const facts = {
    siteUrl: "https://pacer.invalid",
    index: null,
    operator: { publisher: null, contact: null, host: null },
  };
  const foot = text(draw(<SiteFooter language="fr" facts={facts} />));
  assertStringIncludes(foot, "Site indépendant");
  assert(!foot.includes("Démonstration") && !foot.includes("null"));
});
