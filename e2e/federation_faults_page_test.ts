/**
 * What the site says of an athlete while the federation is in trouble, in the words of the page.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { type BuiltSite, startBuiltSite } from "../web/testing/built_site.ts";
import { textOf } from "../web/testing/read_page.ts";
import { TroubledFederation } from "./testing/troubled_federation.ts";
import { type LocalServer, serveLocally } from "@mypacer/shared/testing/local_server.ts";
import { beforeTests } from "@mypacer/shared/testing/before_tests.ts";

const HOUR = 3_600_000;

let trouble: TroubledFederation;
let api: LocalServer;
let site: BuiltSite;

beforeTests(async (parts) => {
  trouble = parts.use(await TroubledFederation.open({ athletes: 1500 }));
  await trouble.crawl();
  api = parts.use(serveLocally((request) => {
    const { pathname, search } = new URL(request.url);
    return trouble.app.fetch(pathname + search, {
      method: request.method,
      headers: request.headers,
    });
  }));
  site = parts.use(await startBuiltSite(api.url));
});

/** The next of the members of whom nothing was read yet. */
let next = 20;
function unread(): string {
  const person = trouble.members()[next++];
  assert(person !== undefined);
  return person.ffaId;
}

Deno.test("an athlete's page says that the federation does not answer, and in the table as well", async () => {
  for (const kind of ["maintenance", "challenge", "asp-net-error", "error-page"] as const) {
    const ffaId = unread();
    trouble.strike({ kind, status: 200 });
    const { response, document } = await site.page(`/athlete/${ffaId}`);
    assertEquals(response.status, 503, kind);
    assertStringIncludes(textOf(document, ".notice"), "Le site de la fédération ne répond pas");
    const english = await site.page(`/en?athletes=${ffaId}`);
    assertStringIncludes(
      textOf(english.document, ".pill"),
      "PBs unavailable: the federation’s site does not answer",
    );
    trouble.app.clock.ahead += HOUR;
  }
});

Deno.test("an athlete's page says that the federation's site has changed", async () => {
  const ffaId = unread();
  trouble.strike({ kind: "redesign" });
  trouble.app.clock.ahead += HOUR;
  const { response, document } = await site.page(`/athlete/${ffaId}`);
  assertEquals(response.status, 503);
  assertStringIncludes(textOf(document, ".notice"), "Le site de la fédération a changé");
  const table = await site.page(`/?athletes=${ffaId}`);
  assertStringIncludes(textOf(table.document, ".pill"), "le site de la fédération a changé");
  const english = await site.page(`/en/athlete/${ffaId}`);
  assertStringIncludes(
    textOf(english.document, ".notice"),
    "The federation’s site has changed and is not understood yet",
  );
});

Deno.test("an athlete's page is not found where the federation has nobody, by either of its answers", async () => {
  trouble.heal();
  trouble.app.clock.ahead += HOUR;
  for (const ffaId of ["79999988", "79999987"]) {
    await trouble.app.sql`
      insert into athlete (ffa_id, name, first_season, last_season)
      values (${ffaId}, 'NERVAL Odilon', 2026, 2026)
    `;
    const { response } = await site.page(`/athlete/${ffaId}`);
    assertEquals(response.status, 404);
    const table = await site.page(`/?athletes=${ffaId}`);
    assertStringIncludes(
      textOf(table.document, ".pill"),
      "La fédération n’a pas, ou plus, de page pour cet athlète.",
    );
  }
});

Deno.test("an athlete's page has the records again once the federation is well", async () => {
  trouble.heal();
  trouble.app.clock.ahead += HOUR;
  const { ffaId } = trouble.simulator.data.people.at(0);
  const { response, document } = await site.page(`/athlete/${ffaId}`);
  assertEquals(response.status, 200);
  assertStringIncludes(textOf(document, "h1"), "LEFEVRE Jean-Baptiste");
  assertStringIncludes(textOf(document, "main"), "Records à jour au");
});

Deno.test("an athlete's page shows an odd name as it is published", async () => {
  trouble.heal();
  const odd = trouble.members().filter(({ hasOddName }) => hasOddName).slice(0, 4);
  assertEquals(odd.length, 4);
  for (const { ffaId, name } of odd) {
    trouble.app.clock.ahead += HOUR;
    const { response, document } = await site.page(`/athlete/${ffaId}`);
    assertEquals([response.status, textOf(document, "h1")], [200, name]);
  }
});
