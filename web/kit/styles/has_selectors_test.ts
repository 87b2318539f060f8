import { assert, assertEquals } from "@std/assert";
import { readdir } from "node:fs/promises";

const WEB = new URL("../../", import.meta.url);

/** What `:has()` asks for in a style sheet: all that stands in its brackets. */
function askedFor(css: string): string[] {
  return css.split(":has(").slice(1).map((rest) => {
    let open = 1;
    let end = 0;
    while (open > 0 && end < rest.length) {
      const sign = rest[end++];
      if (sign === "(") open++;
      else if (sign === ")") open--;
    }
    return rest.slice(0, end - 1);
  });
}

// Anything that is put into the page could be what such a rule asks for, so that a browser computes
// all that the rule is about anew each time: a thousand cells for each button in the table.
Deno.test("no style sheet asks, within :has(), for what something is not", async () => {
  const negations: string[] = [];
  let selectors = 0;
  for (const folder of ["kit", "pages"]) {
    for (const path of await readdir(new URL(folder, WEB), { recursive: true })) {
      if (!path.endsWith(".css")) continue;
      const css = await Deno.readTextFile(new URL(`${folder}/${path}`, WEB));
      for (const selector of askedFor(css)) {
        selectors++;
        if (selector.includes(":not(")) negations.push(`${folder}/${path}: :has(${selector})`);
      }
    }
  }
  assertEquals(negations, []);
  assert(selectors > 0);
});
