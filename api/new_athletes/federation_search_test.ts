import { assert, assertEquals } from "@std/assert";
import { FederationAthletes } from "@mypacer/shared/contract/federation_search.ts";
import { Problem } from "@mypacer/shared/contract/problem.ts";
import { oppose } from "@mypacer/shared/directory/opposition.ts";
import { createTestApp, type TestApp } from "../testing/test_app.ts";
import { fillDirectory, OPPOSITION_KEY } from "../testing/test_directory.ts";
import { until } from "@mypacer/shared/testing/until.ts";

/** Invented people, as the federation's search sends them. */
const PEOPLE = [
  { actseq: "7000001", nom: "TESTARD Zélie", sexe: "F", club: " - Ac Exemple*" },
  { actseq: "7000002", nom: "TESTARD Zoé", sexe: "F", club: "" },
];

/** Lets the federation find people by the beginning of their names. @returns What it is asked. */
function playSearch(app: TestApp, people = PEOPLE): string[] {
  const searchedTexts: string[] = [];
  app.federation.answer = (request) => {
    const text = new URL(request.url).searchParams.get("recherche") ?? "";
    searchedTexts.push(text);
    return Response.json(
      people.filter(({ nom }) => nom.toLowerCase().startsWith(text.toLowerCase())),
    );
  };
  return searchedTexts;
}

async function search(app: TestApp, q: string): Promise<FederationAthletes> {
  const response = await app.fetch(`/federation/athletes?q=${encodeURIComponent(q)}`);
  const body = await response.json();
  assertEquals(response.status, 200, JSON.stringify(body));
  return FederationAthletes.parse(body);
}

async function problemOf(response: Response, status: number): Promise<Problem> {
  const body = await response.json();
  assertEquals(response.status, status, JSON.stringify(body));
  return Problem.parse(body);
}

Deno.test("GET /federation/athletes finds who is not in the directory, and tells who is", async () => {
  await using app = await createTestApp();
  playSearch(app);
  await fillDirectory(app.sql, { athletes: [{ ffaId: "7000002", name: "TESTARD Zoé" }] });
  const { items, total_is_exact: exact } = await search(app, "testard");
  assertEquals(exact, true);
  assertEquals(items, [
    {
      ffa_id: "7000001",
      name: "TESTARD Zélie",
      sex: "F",
      club: "Ac Exemple",
      url: `${app.federation.url}/athletes/7000001`,
      listed: false,
    },
    {
      ffa_id: "7000002",
      name: "TESTARD Zoé",
      sex: "F",
      club: null,
      url: `${app.federation.url}/athletes/7000002`,
      listed: true,
    },
  ]);
});

Deno.test("GET /federation/athletes asks with the surname first as well, without years and wildcards", async () => {
  await using app = await createTestApp();
  const searchedTexts = playSearch(app);
  assertEquals((await search(app, "zo testard 1994 %")).items.length, 1);
  assertEquals(searchedTexts, ["zo testard", "testard zo"]);
});

Deno.test("GET /federation/athletes finds compound names, and nobody who only begins alike", async () => {
  await using app = await createTestApp();
  const searchedTexts = playSearch(app, [
    { actseq: "7000003", nom: "LE GOFF Anne-Marie", sexe: "F", club: "" },
    { actseq: "7000004", nom: "LE GOFF Anne-Lise", sexe: "F", club: "" },
    { actseq: "7000005", nom: "MARTINOT Jean-Pierre", sexe: "M", club: "" },
    { actseq: "7000006", nom: "MARTINOT Jean", sexe: "M", club: "" },
  ]);
  const ids = async (q: string) => (await search(app, q)).items.map(({ ffa_id: id }) => id);
  assertEquals(await ids("Anne Marie Le Goff"), ["7000003"]);
  assertEquals(searchedTexts, ["Anne Marie Le Goff", "Le Goff Anne"]);
  assertEquals(await ids("Jean Pierre Martinot"), ["7000005"]);
  assertEquals(searchedTexts.slice(2), ["Jean Pierre Martinot", "Martinot Jean"]);
});

Deno.test("GET /federation/athletes asks at most four times for one search, and once for each text", async () => {
  await using app = await createTestApp();
  const searchedTexts = playSearch(app, []);
  assertEquals((await search(app, "Jean Paul Henri De La Fontaine Du Bois")).items, []);
  assertEquals(searchedTexts.length, 4);
  await search(app, "Zoe Testard");
  assertEquals(searchedTexts.slice(4), ["Zoe Testard", "Testard Zoe", "Zoe", "Testard"]);
  // The same four texts in another order.
  await search(app, "Testard Zoe");
  assertEquals(searchedTexts.length, 8);
});

Deno.test("GET /federation/athletes answers who comes back at its Retry-After, whoever asked meanwhile", async () => {
  await using app = await createTestApp({ federationSearches: { burst: 1, perSecond: 0.1 } });
  const searchedTexts = playSearch(app);
  await search(app, "testard");
  const refused = await app.fetch("/federation/athletes?q=Anne+Le+Goff");
  await problemOf(refused, 429);
  // Four requests, one in ten seconds.
  assertEquals(refused.headers.get("retry-after"), "40");
  app.clock.ahead = 40_000;
  await problemOf(await app.fetch("/federation/athletes?q=somebody"), 429);
  assertEquals((await search(app, "Anne Le Goff")).items, []);
  assertEquals(searchedTexts.length, 5);
});

Deno.test("GET /federation/athletes lets nobody wait for ever; what was begun is there for who asks again", async () => {
  await using app = await createTestApp({ visitorTimeoutMs: 50 });
  const open = Promise.withResolvers<void>();
  const searchedTexts: string[] = [];
  app.federation.answer = async (request) => {
    searchedTexts.push(request.url);
    await open.promise;
    return Response.json(PEOPLE);
  };
  const late = await app.fetch("/federation/athletes?q=testard");
  assert(Number(late.headers.get("retry-after")) > 0);
  assertEquals((await problemOf(late, 503)).type, "/problems/federation-unavailable");
  open.resolve();
  await until("what was begun", async () => {
    const again = await app.fetch("/federation/athletes?q=testard");
    await again.body?.cancel();
    return again.status === 200;
  });
  assertEquals((await search(app, "testard")).items.length, 2);
  assertEquals(searchedTexts.length, 1);
});

Deno.test("GET /federation/athletes goes on where it was refused midway", async () => {
  await using app = await createTestApp({ federationSearches: { burst: 2, perSecond: 0.1 } });
  const searchedTexts = playSearch(app, []);
  const refused = await app.fetch("/federation/athletes?q=Anne+Le+Goff");
  await problemOf(refused, 429);
  // Two of four were sent.
  assertEquals(refused.headers.get("retry-after"), "20");
  app.clock.ahead = 20_000;
  await search(app, "Anne Le Goff");
  assertEquals(searchedTexts, ["Anne Le Goff", "Le Goff Anne", "Le Goff", "LeGoff Anne"]);
});

Deno.test("GET /federation/athletes remembers answers for some minutes, and asks once for those who come at once", async () => {
  await using app = await createTestApp();
  const searchedTexts = playSearch(app);
  await Promise.all([search(app, "testard"), search(app, "Testard"), search(app, " testard ")]);
  app.clock.ahead = 299_000;
  await search(app, "testard");
  assertEquals(searchedTexts.length, 1);
  app.clock.ahead = 301_000;
  await search(app, "testard");
  assertEquals(searchedTexts.length, 2);
});

Deno.test("GET /federation/athletes answers 429 with Retry-After beyond its allowance, remembered answers aside", async () => {
  await using app = await createTestApp({ federationSearches: { burst: 2, perSecond: 0.1 } });
  const searchedTexts = playSearch(app);
  await search(app, "testard");
  await search(app, "nobody");
  const refused = await app.fetch("/federation/athletes?q=another");
  assertEquals(refused.headers.get("retry-after"), "10");
  assertEquals((await problemOf(refused, 429)).type, "/problems/too-many-requests");
  assertEquals((await search(app, "testard")).items.length, 2);
  assertEquals(searchedTexts.length, 2);
  app.clock.ahead = 10_000;
  await search(app, "another");
});

Deno.test("GET /federation/athletes answers 503 while the federation fails, and asks again", async () => {
  await using app = await createTestApp();
  for (
    const [answer, kind] of [
      [() => new Response("down", { status: 500 }), "federation-unavailable"],
      [() => new Response("<html>maintenance</html>"), "federation-unavailable"],
      [() => new Response('{"found":[]}'), "federation-page-changed"],
    ] as const
  ) {
    app.federation.answer = answer;
    const failed = await app.fetch("/federation/athletes?q=testard");
    assert(Number(failed.headers.get("retry-after")) > 0);
    assertEquals((await problemOf(failed, 503)).type, `/problems/${kind}`);
  }
  playSearch(app);
  assertEquals((await search(app, "testard")).items.length, 2);
});

Deno.test("GET /federation/athletes leaves out who asked for it, even from remembered answers, and logs no name", async () => {
  await using app = await createTestApp();
  playSearch(app);
  await search(app, "testard");
  await oppose(app.sql, "7000001", { channel: "email", key: OPPOSITION_KEY });
  assertEquals((await search(app, "testard")).items.map(({ ffa_id: id }) => id), ["7000002"]);
  app.federation.answer = () => new Response("down", { status: 500 });
  await (await app.fetch("/federation/athletes?q=testardo")).body?.cancel();
  assertEquals(app.lines.filter((line) => /testard/i.test(line)), []);
});
