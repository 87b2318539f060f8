import { assertEquals, assertThrows } from "@std/assert";
import { PageShapeError } from "../shape.ts";
import { readTestPage } from "../testdata/read_test_page.ts";
import { parseAthlete } from "./athlete.ts";
import { parseClubList } from "./club_list.ts";
import { parseClubResults } from "./club_results.ts";
import { type PageNature, recognizePage } from "./frame.ts";
import { findFragmentFault, findJsonFault, findPageFault } from "./open_page.ts";
import { parseRecords } from "./records.ts";
import { parseResults } from "./results.ts";
import { parseRoster } from "./roster.ts";

const FILLING = "<p>Le sport pour tous, toute l'année.</p>".repeat(50);
const whole = (title: string, body: string) =>
  `<!DOCTYPE html><html lang="fr"><head><title>${title}</title></head><body>${body}</body></html>`;
const MENU = `<header><nav><a href="/athletes/">Athlètes</a>
<a href="/bases/liste.aspx?frmbase=bilans">Bilans</a> <a href="/actus">Maintenance des pistes</a></nav></header>`;
const framed = (main: string, title = " | Athlètes | Athlé") =>
  whole(title, `${MENU}<main class="bg-background-grey">${main}</main>`);

const NOT_NOW: readonly (readonly [PageNature, string, string])[] = [
  [
    "maintenance",
    "a maintenance page",
    whole("Site en maintenance", `<h1>Site en maintenance</h1>${FILLING}`),
  ],
  [
    "maintenance",
    "a maintenance page that names a person's capitals",
    whole("athle.fr", `<h1>Site en MAINTENANCE</h1>${FILLING}`),
  ],
  [
    "maintenance",
    "a short word of it",
    whole("Athlé", "<p>Le site est momentanément indisponible. Merci de revenir plus tard.</p>"),
  ],
  ["maintenance", "plain text", "Service Unavailable - please try again later"],
  [
    "maintenance",
    "a maintenance notice in the site's frame",
    framed('<h1 class="title-2">Base de données en maintenance</h1>'),
  ],
  [
    "challenge",
    "a firewall's wait",
    whole(
      "Just a moment...",
      `<noscript>Enable JavaScript and cookies to continue</noscript>
       <script>window._cf_chl_opt={cRay:'1'};${"var a=1;".repeat(200)}</script>`,
    ),
  ],
  [
    "challenge",
    "the same in French",
    whole(
      "Un instant…",
      `<h1>www.athle.fr</h1><p>Vérification que vous êtes humain.</p>${FILLING}`,
    ),
  ],
  [
    "challenge",
    "a captcha",
    whole(
      "athle.fr",
      `<form><div class="h-captcha"></div></form><script src="https://js.hcaptcha.com/1/api.js"></script>${FILLING}`,
    ),
  ],
  [
    "challenge",
    "a frame of Incapsula",
    whole(
      "",
      `<iframe src="/_Incapsula_Resource?SWUDNSAI=9">Request unsuccessful. Incapsula incident ID: 1-2</iframe>${FILLING}`,
    ),
  ],
  [
    "challenge",
    "a refusal sent as success",
    whole("Access Denied", `<h1>Access Denied</h1><p>Reference #18.2d</p>${FILLING}`),
  ],
  [
    "error",
    "the yellow page of ASP.NET",
    whole(
      "Runtime Error",
      `<span><h1>Server Error in '/' Application.<hr></h1><h2><i>Runtime Error</i></h2></span>${FILLING}`,
    ),
  ],
  [
    "error",
    "the same in French",
    whole("Erreur", `<h1>Erreur du serveur dans l&#39;application '/'.</h1>${FILLING}`),
  ],
  [
    "error",
    "the site's own error in its frame",
    framed('<div style="border:1px solid red">Code Processing Error</div>'),
  ],
  ["error", "an apology in the site's frame", framed("<h2>Une erreur est survenue</h2>")],
  ["error", "a gateway", whole("502 Bad Gateway", `<h1>502 Bad Gateway</h1>${FILLING}`)],
  [
    "maintenance",
    "a promise to be back in a long page",
    whole("Athlé", `<h2>Nous revenons très vite</h2>${FILLING}`),
  ],
  [
    "error",
    "an apology at the beginning of a long page",
    whole("Erreur", `<h1>Oups</h1><p>Une erreur inattendue s'est produite.</p>${FILLING}`),
  ],
  ["stub", "next to nothing", "<html><body></body></html>"],
  ["stub", "a word", "Busy"],
];

const CHANGED: readonly (readonly [PageNature, string, string])[] = [
  [
    "unknown",
    "a redesign",
    whole(
      "Zoé Martinot - Athlé",
      `<div class="profile-card"><h2>Zoé Martinot</h2><a href="/athletes/7000001/records">Records</a></div>${FILLING}`,
    ),
  ],
  [
    "unknown",
    "a short redesign",
    whole(
      "Zoé Martinot | Athlé",
      `${MENU}<main><div><span>Zoé Martinot</span></div><ul><li>2004</li><li>Ac Exemple</li></ul><div><b>2:19.40</b><i>800 m</i></div></main>`,
    ),
  ],
  [
    "unknown",
    "a shell for scripts",
    whole("Athlé", `<div id="root"></div><script>${"var a=1;".repeat(200)}</script>`),
  ],
  [
    "unknown",
    "a hotel's login page",
    whole(
      "Wi-Fi",
      `<h1>Bienvenue à l'Hôtel du Lac</h1><form action="/login"><input name="room"></form>${FILLING}`,
    ),
  ],
  [
    "unknown",
    "a parked domain",
    whole(
      "athle.fr",
      `<h1>This domain is for sale</h1><a href="https://example.org/offer">Offer</a>${FILLING}`,
    ),
  ],
  [
    "former-site",
    "an athlete's page before September 2025",
    whole(
      "Fiche athlète",
      `<div id="divRecord"><table class="linedRed"><tr><td class="innerDatas">800m</td><td class="innerDatas">2'19''40</td></tr></table></div>
       <a href="/asp.net/athletes.aspx?base=bilans&amp;seq=5049">Bilans</a>${FILLING}`,
    ),
  ],
];

for (const [nature, name, page] of NOT_NOW) {
  Deno.test(`recognizePage() takes ${name} for ${nature}: it is there another time`, () => {
    assertEquals(recognizePage(page), nature);
    for (const find of [findPageFault, findFragmentFault, findJsonFault]) {
      // An empty or very short fragment, or one that is no JSON, is for its parser to judge.
      if (page.length > 10) assertEquals(find(page) === null, false, find.name);
    }
  });
}

for (const [nature, name, page] of CHANGED) {
  Deno.test(`recognizePage() takes ${name} for ${nature}: nothing of it says that it passes`, () => {
    assertEquals(recognizePage(page), nature);
    assertEquals(findPageFault(page), null);
  });
}

for (const [, name, page] of [...NOT_NOW, ...CHANGED]) {
  Deno.test(`no parser takes ${name} for nobody or for an empty list`, () => {
    for (
      const parse of [parseAthlete, parseRecords, parseClubList, parseRoster, parseClubResults]
    ) {
      assertThrows(() => parse(page), PageShapeError);
    }
    if (page.length > 10) assertThrows(() => parseResults(page), PageShapeError);
  });
}

const NOBODY: readonly (readonly [string, string])[] = [
  ["the form without a name", readTestPage("unknown_athlete.html")],
  ["the frame around nothing", framed("")],
  ["the frame around an empty heading", framed('<h1 class="title-2 text-white"><br></h1>')],
  [
    "the frame around a sentence",
    framed("<h1>Page introuvable</h1><p>Cet athlète n'existe pas.</p>"),
  ],
  [
    "the form with its labels and no facts",
    framed(
      `<h1 class="title-2"></h1><p class="text-white"><span class="text-blue">Né(e) en : </span></p>
       <p class="text-white"><span class="text-blue">Catégorie / Nationalité : </span>- / - / -</p>`,
    ),
  ],
  [
    "a frame of links alone, under its own title",
    whole(" | Athlé", `${MENU}${FILLING}<footer><a href="/competitions/1">x</a></footer>`),
  ],
  [
    "a frame to which a firewall adds its script",
    framed(
      '<h1 class="title-2"></h1><script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>',
    ),
  ],
];

for (const [name, page] of NOBODY) {
  Deno.test(`parseAthlete() takes ${name} for nobody`, () => {
    assertEquals([recognizePage(page), findPageFault(page)], ["site", null]);
    assertEquals(parseAthlete(page), null);
    assertEquals(parseRecords(page).header, null);
    assertEquals(parseResults(page).header, null);
  });
}

const IN_DISGUISE: readonly (readonly [string, string])[] = [
  ["a name in another heading", framed('<h2 class="athlete">Zoe MARTINOT</h2>')],
  ["a name in the title", framed("<div>records</div>", "Zoe MARTINOT | Athlètes | Athlé")],
  ["a license in another form", framed("<h2>Zoé Martinot</h2><p>Licence 2999901</p>")],
  ["facts in another form", framed("<dl><dt>Année de naissance</dt><dd>2004</dd></dl>")],
  [
    "marks without a name",
    framed(
      "<table class=\"base-table\"><tr><td>800m</td><td>2'19''40</td><td>SE</td><td>2024</td></tr></table>",
    ),
  ],
];

for (const [name, page] of IN_DISGUISE) {
  Deno.test(`parseAthlete() does not take the site's frame around ${name} for nobody`, () => {
    assertEquals(findPageFault(page), null);
    assertThrows(() => parseAthlete(page), PageShapeError);
    assertThrows(() => parseRecords(page), PageShapeError);
  });
}

Deno.test("no parser takes trouble told within the site's tables for nobody or for an empty list", () => {
  const page = framed(
    '<table class="base-table"><tbody class="text-blue-primary"><tr><td>Service momentanément indisponible</td></tr></tbody></table>',
  );
  assertEquals(recognizePage(page), "maintenance");
  const long = page.replace("<tr>", "<tr><td></td><td></td></tr><tr>");
  for (const parse of [parseAthlete, parseRecords, parseClubList, parseRoster, parseClubResults]) {
    assertThrows(() => parse(page), PageShapeError, "not available now");
    assertThrows(() => parse(long), PageShapeError);
  }
});

Deno.test("findPageFault() leaves pages with content alone, whatever else they say", () => {
  for (
    const name of ["records.html", "records_2026.html", "results.html", "roster.html"] as const
  ) {
    const page = readTestPage(name).replace(
      "<body>",
      "<body><div>Maintenance du site dimanche. Une erreur est survenue ? Ce site est protégé par reCAPTCHA.</div>",
    );
    assertEquals(findPageFault(page), null);
  }
});

Deno.test("findFragmentFault() and findJsonFault() leave what they are for alone", () => {
  for (
    const answer of ['[{"liste":"<thead></thead>"}]', "<thead><tr><th>Date</th></tr></thead>", ""]
  ) {
    assertEquals(findFragmentFault(answer), null);
  }
  for (
    const answer of [
      "[]",
      '[{"actseq":"7000001","nom":"MAINTENANCE Zoe"}]',
      'callback([{"nom":""}])',
    ]
  ) {
    assertEquals(findJsonFault(answer), null);
  }
});
