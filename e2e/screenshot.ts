/**
 * `deno task screenshot`: makes the pictures of `docs/screenshots/` from a site that runs (`deno
 * task start`), with invented athletes, and those of the five roles from a platform of its own.
 */
import { z } from "zod";
import { HELP_OPTION, printText, readCommandLine } from "@mypacer/shared/process/command_line.ts";
import { AthletePage } from "@mypacer/shared/contract/athlete.ts";
import { launchBrowser } from "./testing/browser.ts";
import { pathTo } from "../dev/paths.ts";

const HELP = `Makes docs/screenshots/*.png from a running site.

  deno task screenshot [--site http://127.0.0.1:8080] [--name NAME …]
`;

const { values } = readCommandLine({
  options: {
    help: HELP_OPTION,
    site: { type: "string", default: "http://127.0.0.1:8080" },
    name: { type: "string", multiple: true, default: ["lefevr jean batiste", "martin"] },
  },
});
if (values.help) {
  printText(HELP);
  Deno.exit(0);
}
const site = z.url().parse(values.site);

/** Federation id of the first adult that a name finds. */
async function findAthlete(name: string): Promise<string> {
  const query = new URLSearchParams({ q: name, active_since: "2020" });
  const response = await fetch(new URL(`/api/athletes?${query}`, site));
  const { items } = AthletePage.parse(await response.json());
  const adult = items.find(({ birth_year_max: latest, birth_year: year }) =>
    (year ?? latest ?? Infinity) < new Date().getFullYear() - 18
  );
  if (adult === undefined) throw new Error(`No adult is called ${name}`);
  return adult.ffa_id;
}

const ids = await Promise.all(values.name.map(findAthlete));
const [first = ""] = ids;

interface Shot {
  name: string;
  path: string;
  width: number;
  height: number;
  colorScheme?: "dark";
}

const DESKTOP = { width: 1280, height: 1000 } as const;
const PHONE = { width: 390, height: 844 } as const;

/** Every page worth a look. */
const SHOTS: readonly Shot[] = [
  { name: "home", path: `/?slow=4:15&fast=3:00&vma=18&athletes=${ids}`, ...DESKTOP },
  { name: "goal", path: "/?by=time&vma=17&cols=1000,5000,10000,21097.5,42195", ...DESKTOP },
  { name: "search", path: "/recherche?q=martin&sex=F", ...DESKTOP },
  { name: "athlete", path: `/athlete/${first}`, width: 1280, height: 1500 },
  { name: "compare", path: `/comparer?athletes=${ids}`, width: 1280, height: 1300 },
  { name: "race", path: `/course?athletes=${ids}`, ...DESKTOP },
  { name: "tools", path: "/outils", ...DESKTOP },
  { name: "planner", path: "/planificateur", ...DESKTOP },
  { name: "zones", path: "/zones?vma=16", ...DESKTOP },
  { name: "predictor", path: "/predictions", ...DESKTOP },
  { name: "age", path: "/age", ...DESKTOP },
  { name: "group", path: "/groupe", ...DESKTOP },
  { name: "models", path: "/modeles", ...DESKTOP },
  { name: "clubs", path: "/clubs?q=athle", ...DESKTOP },
  { name: "phone", path: "/", ...PHONE },
  { name: "phone-dark", path: `/athlete/${first}`, ...PHONE, colorScheme: "dark" },
  { name: "english", path: "/en?by=speed", ...DESKTOP },
];

/** Plays the roles (`roles_test.ts`), each step of which leaves a picture. */
async function pictureRoles(): Promise<void> {
  const folder = pathTo("../docs/screenshots/roles");
  await Deno.mkdir(folder, { recursive: true });
  const { success } = await new Deno.Command(Deno.execPath(), {
    args: ["test", "-P", "--quiet", pathTo("../e2e/roles_test.ts")],
    cwd: pathTo(".."),
    env: { ROLE_PICTURES: folder },
  }).output();
  if (!success) throw new Error("A role cannot be played: deno test -P e2e/roles_test.ts says why");
}

const browser = await launchBrowser();
try {
  for (const { name, path, width, height, colorScheme = "light" } of SHOTS) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    await page.goto(new URL(path, site).href, { waitUntil: "networkidle" });
    // A typeface that comes late is used from the next page on.
    await page.reload({ waitUntil: "networkidle" });
    await page.screenshot({ path: pathTo(`../docs/screenshots/${name}.png`) });
    await page.close();
  }
} finally {
  await browser.close();
}
await pictureRoles();
