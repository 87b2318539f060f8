/**
 * `deno task screenshot`: makes the picture of the README from a site that runs (`deno task start`), with
 * two invented athletes over the table.
 */
import { parseArgs } from "node:util";
import { z } from "zod";
import { AthletePage } from "@mypacer/shared/contract/athlete.ts";
import { launchBrowser } from "./browser.ts";
import { pathTo } from "./paths.ts";

const HELP = `Makes docs/home.png from a running site.

  deno task screenshot [--site http://127.0.0.1:8080] [--name NAME …]
`;

const { values } = parseArgs({
  options: {
    help: { type: "boolean", short: "h", default: false },
    site: { type: "string", default: "http://127.0.0.1:8080" },
    name: { type: "string", multiple: true, default: ["lefevr jean batiste", "martin"] },
  },
});
if (values.help) {
  await Deno.stdout.write(new TextEncoder().encode(HELP));
  Deno.exit(0);
}
const site = z.url().parse(values.site);

/** Federation id of the first athlete a name finds. */
async function findAthlete(name: string): Promise<string> {
  const response = await fetch(new URL(`/api/athletes?q=${encodeURIComponent(name)}`, site));
  const [first] = AthletePage.parse(await response.json()).items;
  if (first === undefined) throw new Error(`No athlete is called ${name}`);
  return first.ffa_id;
}

const ids = await Promise.all(values.name.map(findAthlete));
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1180 } });
  await page.goto(new URL(`/?slow=4'15&fast=3'00&athletes=${ids.join(",")}`, site).href);
  await page.getByRole("table").getByRole("button").first().waitFor();
  await page.screenshot({ path: pathTo("../docs/home.png") });
} finally {
  await browser.close();
}
