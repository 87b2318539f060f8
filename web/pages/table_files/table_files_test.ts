import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { findAll } from "@mypacer/shared/federation/html.ts";
import { startBuiltSite } from "../../testing/built_site.ts";
import { valueOf } from "../../testing/read_page.ts";
import { startSampleApi } from "../../testing/sample_api.ts";
import { until } from "@mypacer/shared/testing/until.ts";
import { useSampleSite } from "../../testing/sample_site.ts";

const running = useSampleSite({ SITE_URL: "https://pacer.invalid" });

const PNG = [0x89, 0x50, 0x4e, 0x47];

/** A picture, once it is its turn: a busy machine has others wait. */
const drawn = (path: string) =>
  until(`the picture ${path}`, async () => {
    const answer = await running.site.ask(path);
    if (answer.status !== 503) return answer;
    await answer.body?.cancel();
  });

Deno.test("a link to the table has a picture of it, and one to an athlete names nobody in it", async () => {
  const { document } = await running.site.page("/?by=speed&slow=10");
  const address = valueOf(document, "meta[property='og:image']", "content");
  assertEquals(address, "https://pacer.invalid/tableau/apercu?by=speed&slow=10");
  // With its state: sites would else show and open the table of a first visit.
  assertEquals(
    valueOf(document, "meta[property='og:url']", "content"),
    "https://pacer.invalid/?by=speed&slow=10",
  );
  const response = await drawn("/tableau/apercu?by=speed&slow=10");
  assertEquals(response.headers.get("content-type"), "image/png");
  assertEquals(response.headers.get("cross-origin-resource-policy"), "cross-origin");
  const picture = await response.bytes();
  assertEquals([...picture.slice(0, 4)], PNG);
  // Width and height stand in the first chunk.
  const view = new DataView(picture.buffer);
  assertEquals([view.getUint32(16), view.getUint32(20)], [1200, 630]);
  // With athletes or without, it is the same picture.
  const named = await (await drawn("/tableau/apercu?by=speed&slow=10&athletes=1001")).bytes();
  assertEquals(named, picture);
  const { document: person } = await running.site.page("/recherche?q=dupont");
  assertEquals(findAll(person, "meta[property='og:url']"), []);
});

Deno.test("many pictures at once are drawn or refused, and the table is still there", async () => {
  const answers = await Promise.all(Array.from(
    { length: 40 },
    (_, at) => running.site.ask(`/tableau/apercu?vma=${at / 10 + 10}`),
  ));
  await Promise.all(answers.map((answer) => answer.body?.cancel()));
  // How many are refused depends on how long each takes: only so many wait for their turn.
  for (const { status, headers } of answers) {
    assert(status === 200 || status === 503 && Number(headers.get("retry-after")) > 0, `${status}`);
  }
  assertEquals((await running.site.page("/")).response.status, 200);
});

/** The records of athlete A in the order of the table: time of the run, text of the mark. */
const MARATHON = `Marathon 2h38'07" (12/05/2024)`;

Deno.test("the table's files carry the athletes and the records that the page shows, for nobody to keep", async () => {
  const query = "?slow=4:00&step=30&cols=100,42195&athletes=1001,1002,1003&off=1002&on=road";
  const { document } = await running.site.page(`/${query}`);
  const links = findAll(document, ".share-ways a").map(({ attribs }) => attribs["href"] ?? "");
  // The address of a file is that of the page.
  assertEquals(
    links.map((link) => link.split("?")[1]).every((one) => query.slice(1) === one),
    true,
  );
  for (const link of links) {
    const { status, headers, body } = await running.site.ask(link);
    await body?.cancel();
    assertEquals([status, headers.get("cache-control")], [200, "private, no-store"]);
    assertEquals(headers.get("x-robots-tag"), "noindex, nofollow");
  }
  const csv = await (await running.site.ask(`/tableau/csv${query}`)).text();
  const [head, first, ...rows] = csv.trimEnd().split("\r\n");
  assertEquals(
    head,
    "Allure (/km);Vitesse (km/h);100 m;Marathon;" +
      "Lettre;Athlète;Épreuve;Distance (m);Record;Date;Lieu;Remarques",
  );
  assertEquals(first, "0:04:00;15,00;0:00:24;2:48:46,8;;;;;;;;");
  // 9487 s over 42.195 km; the letters stay those of the page.
  assertEquals(
    rows.find((row) => row.includes(";A;") && row.includes(";Marathon;")),
    "0:03:45;16,01;;2:38:07;A;LEFEVRE Jean-Baptiste;Marathon;42195;2:38:07;2024-05-12;Lyon;",
  );
  assert(rows.some((row) => row.includes(";C;DUPONT Marie;")));
  assert(!/N'DIAYE|1 500m/.test(csv), "who is hidden, or a surface that is, stands in the file");
  const lines = (await (await running.site.ask(`/tableau/texte${query}`)).text()).split("\n");
  const [a, c] = lines.slice(lines.indexOf("") + 1);
  assertStringIncludes(a ?? "", "A LEFEVRE Jean-Baptiste — ");
  assertStringIncludes(a ?? "", MARATHON);
  assertStringIncludes(c ?? "", "C DUPONT Marie — ");
});

Deno.test("a file of the table without athletes names nobody and may be asked for again", async () => {
  const { headers, body } = await running.site.ask("/tableau/csv");
  await body?.cancel();
  assertEquals([headers.get("cache-control"), headers.get("x-robots-tag")], [
    "no-cache",
    "noindex",
  ]);
});

Deno.test("a file says which athletes it misses, and why", async () => {
  running.api.moods.set("1001", "unavailable").set("1002", "stale");
  const query = "?slow=4:00&step=60&cols=42195&athletes=1001,1002,999";
  const [csv, lines] = await Promise.all(
    ["csv", "texte"].map(async (file) =>
      await (await running.site.ask(`/tableau/${file}${query}`)).text()
    ),
  );
  running.api.moods.clear();
  const missing = "records manquants : le site de la fédération ne répond pas";
  assertStringIncludes(csv ?? "", `;;;A;LEFEVRE Jean-Baptiste;;;;;;${missing}\r\n`);
  assertStringIncludes(csv ?? "", ";;;C;Athlète n° 999;;;;;;athlète absent de l’annuaire\r\n");
  assertStringIncludes(csv ?? "", "records du 20/11/2026 à 09:30, peut-être dépassés");
  assertStringIncludes(lines ?? "", `\nA LEFEVRE Jean-Baptiste — ${missing}\n`);
  assertStringIncludes(lines ?? "", "peut-être dépassés");
  assertStringIncludes(lines ?? "", "\nC Athlète n°\u00a0999 — athlète absent de l’annuaire\n");
});

Deno.test("without the API a file holds the table and says that the records are missing", async () => {
  const gone = startSampleApi();
  await gone[Symbol.asyncDispose]();
  await using alone = await startBuiltSite(gone.url);
  const response = await alone.ask("/en/table/csv?slow=4:00&step=60&cols=42195&athletes=1001");
  assertEquals(response.status, 200);
  const rows = (await response.text()).trimEnd().split("\r\n").slice(1);
  assertEquals(rows, [
    "0:04:00,15.00,2:48:46.8,,,,,,,,",
    "0:03:00,20.00,2:06:35.1,,,,,,,,",
    ",,,A,Athlete no. 1001,,,,,,PBs missing: the service does not answer",
  ]);
});

Deno.test("the files of the table say in the language of the page what is wrong with an address", async () => {
  for (
    const [path, said] of [["/tableau/csv", "n’est pas une allure"], [
      "/en/table/text",
      "is not a pace",
    ]]
  ) {
    const response = await running.site.ask(`${path}?slow=abc`);
    assertEquals(response.status, 400);
    assertStringIncludes(await response.text(), said ?? "");
  }
});

Deno.test("records of the world and of France are in the files too, with holder, day and date of the check", async () => {
  const query = "?slow=4:00&step=30&cols=100,42195&records=world-m";
  const text = await (await running.site.ask(`/tableau/texte${query}`)).text();
  const line = text.split("\n").find((one) => one.startsWith("WM")) ?? "";
  assertStringIncludes(line, 'WM Record du monde, hommes — 60\u00a0m piste courte 6"34');
  assertStringIncludes(line, `100\u00a0m 9"58 (Usain Bolt, 16/08/2009)`);
  assertStringIncludes(line, `5\u00a0km route 12'49" (Berihu Aregawi, 31/12/2021)`);
  assertStringIncludes(line, `Marathon 1h59'30" (Sabastian Sawe, 26/04/2026)`);
  const csv = await (await running.site.ask(`/en/table/csv${query}`)).text();
  const rows = csv.split("\r\n");
  const marathon = rows.find((row) => row.includes("Sabastian Sawe")) ?? "";
  assert(
    marathon.endsWith(
      `WM,"World record, men",Marathon,42195,1:59:30,2026-04-26,London,Sabastian Sawe · record as of 26 Apr 2026`,
    ),
    marathon,
  );
  // One name a row, and nobody's name in a file without lists.
  assertEquals(rows.filter((row) => row.includes("World record, men")).length, 15);
  const plain = await (await running.site.ask("/en/table/csv?slow=4:00&step=30")).text();
  assertEquals(plain.includes("record"), false);
});
