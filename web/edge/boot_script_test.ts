import { assert, assertEquals } from "@std/assert";
import { attribute, findAll, findFirst, text } from "@mypacer/shared/federation/html.ts";
import { useSampleSite } from "../testing/sample_site.ts";

const running = useSampleSite();

/** Everything that a replacement pattern, a script or a comment could be mistaken for. */
const NASTY = ["$'", "$`", "$&", "$$", "$1", "$<a>", "</script>", "<!--", "\u2028", "\\", '"', "'"];

/** The props that the boot script hands to the islands, by running it without Fresh. */
async function bootProps(html: string): Promise<Record<string, unknown>[]> {
  const scripts = html.match(/<script type="module">[^]*?<\/script>/g) ?? [];
  assertEquals(scripts.length, 1, "one inline script, no more");
  const code = scripts[0]?.slice('<script type="module">'.length, -"</script>".length) ?? "";
  const imports = /^const early=.*?(const \{[^}]*\}=await import\("[^"]*"\);)+/;
  assert(imports.test(code), `the boot script begins otherwise: ${code.slice(0, 80)}`);
  const names = [...code.matchAll(/(?:default|boot):(\w+)\}=await/g)].map(([, name]) => name);
  const module = code.replace(
    imports,
    `const early=[],note=null;const ${names.map((name) => `${name} = () => 0`)};`,
  ) +
    "\nexport default data;";
  const { default: data } = await import(
    `data:text/javascript;charset=utf-8,${encodeURIComponent(module)}`
  );
  return data.islands.map((island: { props: Record<string, unknown> }) => island.props);
}

Deno.test("a page stays whole with `$` patterns in the search text", async () => {
  for (const path of ["/recherche", "/en/search"]) {
    for (const nasty of [...NASTY, NASTY.join("")]) {
      const query = `${nasty}ab`;
      const { html, document } = await running.site.page(`${path}?q=${encodeURIComponent(query)}`);
      const [props] = await bootProps(html);
      // A line separator is a space where one line is typed.
      const shown = query.replaceAll("\u2028", " ").trim();
      assertEquals(props?.query, shown);
      const input = findFirst(document, "input[name=q]");
      assertEquals(input && attribute(input, "value"), shown);
      assertEquals(html.match(/<\/head>/g)?.length, 1);
      assertEquals(html.match(/<body/g)?.length, 1);
      assert(html.endsWith("</html>"), html.slice(-40));
    }
  }
});

for (const field of ["slow", "fast", "step", "d", "vma", "unit", "athletes"]) {
  Deno.test(`a page stays whole with \`$\` patterns in ${field}`, async () => {
    for (const nasty of [...NASTY, NASTY.join("")]) {
      const { response, html, document } = await running.site.page(
        `/?${field}=${encodeURIComponent(`${nasty}x`)}`,
      );
      assertEquals(response.status, 400);
      const [props] = await bootProps(html);
      const input = props?.input as { refused: Record<string, string> };
      assertEquals(input.refused[field], `${nasty}x`.replaceAll("\u2028", " ").trim());
      assertEquals(html.match(/<\/head>/g)?.length, 1);
      assertEquals(findAll(document, "table.paces tbody tr").length, 43);
    }
  });
}

Deno.test("a page stays whole with `$` patterns in what the API says", async () => {
  const { html, document } = await running.site.page("/?athletes=1005,1001");
  const [props] = await bootProps(html);
  const athletes = props?.athletes as { name: string; club: string }[];
  assertEquals(athletes.map(({ name }) => name), ["D'$'$&$`$$ Dollar", "LEFEVRE Jean-Baptiste"]);
  assertEquals(athletes[0]?.club, "$' $& $$ Club </script><!--");
  assertEquals(findAll(document, ".pill-name").map(text), [
    "D'$'$&$`$$ Dollar",
    "LEFEVRE Jean-Baptiste",
  ]);
});
