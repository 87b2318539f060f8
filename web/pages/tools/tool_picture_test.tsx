import { assert, assertEquals } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import { LANGUAGES } from "../../kit/language/language.ts";
import { TOOLS } from "../../kit/addresses/paths.ts";
import { ToolPicture } from "./ToolPicture.tsx";

const textsOf = (html: string) =>
  Array.from(
    html.matchAll(/<text[^>]*>([^<]*)</g),
    ([, text = ""]) => text.replaceAll("&quot;", '"'),
  );

Deno.test("every picture shows figures of its tool in the language, with a caption", () => {
  for (const language of LANGUAGES) {
    for (const tool of TOOLS) {
      const html = renderToString(<ToolPicture language={language} tool={tool} />);
      assert(!/NaN|undefined|Infinity/.test(html), html);
      assert(textsOf(html).length >= 6, `${tool} in ${language}`);
      assert(/aria-label="Ex[ae]mple ?:/.test(html.replaceAll("\u00a0", " ")), html);
    }
  }
});

Deno.test("the plan adds up to its goal, its first half above half of the time", () => {
  const times = textsOf(renderToString(<ToolPicture language="fr" tool="planner" />));
  assertEquals(times.slice(-1), [`3h15'00"`]);
  // 2 % between the halves: 1 % more than half of 3h15'00".
  assertEquals(times[3], `1h38'29"`);
});

Deno.test("the zones of 16 km/h begin at 9.6 km/h", () => {
  const texts = textsOf(renderToString(<ToolPicture language="en" tool="zones" />));
  assertEquals(texts.slice(0, 2), ["60%", "6:15/km"]);
});
