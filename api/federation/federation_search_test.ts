import { assert, assertEquals } from "@std/assert";
import { FederationAthletes } from "@mypacer/shared/contract/federation_search.ts";
import { Problem } from "@mypacer/shared/contract/problem.ts";
import { oppose } from "@mypacer/shared/database/opposition.ts";
import { createTestApp, fillDirectory, OPPOSITION_KEY, type TestApp } from "../test_app.ts";

/** Invented people, as the federation's search sends them. */
const PEOPLE = [
  { actseq: "7000001", nom: "TESTARD Zélie", sexe: "F", club: " - Ac Exemple*" },
  { actseq: "7000002", nom: "TESTARD Zoé", sexe: "F", club: "" },
];

/** Lets the federation find people by the beginning of their names; tells what it was asked. */
function playSearch(app: TestApp): string[] {
  const asked: string[] = [];
  app.federation.answer = (request) => {
    const text = new URL(request.url).searchParams.get("recherche") ?? "";
    asked.push(text);
    return Response.json(
      PEOPLE.filter(({ nom }) => nom.toLowerCase().startsWith(text.toLowerCase())),
    );
  };
  return asked;
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
  const asked = playSearch(app);
  assertEquals((await search(app, "zo testard 1994 %")).items.length, 1);
  assertEquals(asked, ["zo testard", "testard zo"]);
});

Deno.test("GET /federation/athletes keeps answers for some minutes, and asks once for those who come at once", async () => {
  await using app = await createTestApp();
  const asked = playSearch(app);
  await Promise.all([search(app, "testard"), search(app, "Testard"), search(app, " testard ")]);
  app.clock.ahead = 299_000;
  await search(app, "testard");
  assertEquals(asked.length, 1);
  app.clock.ahead = 301_000;
  await search(app, "testard");
  assertEquals(asked.length, 2);
});

Deno.test("GET /federation/athletes answers 429 with Retry-After beyond its allowance, kept answers aside", async () => {
  await using app = await createTestApp({ federationSearches: { burst: 2, perSecond: 0.1 } });
  const asked = playSearch(app);
  await search(app, "testard");
  await search(app, "nobody");
  const refused = await app.fetch("/federation/athletes?q=another");
  assertEquals(refused.headers.get("retry-after"), "10");
  assertEquals((await problemOf(refused, 429)).type, "/problems/too-many-requests");
  assertEquals((await search(app, "testard")).items.length, 2);
  assertEquals(asked.length, 2);
  app.clock.ahead = 10_000;
  await search(app, "another");
});

Deno.test("GET /federation/athletes answers 503 while the federation fails, and asks again", async () => {
  await using app = await createTestApp();
  for (
    const [answer, kind] of [
      [() => new Response("down", { status: 500 }), "federation-unavailable"],
      [() => new Response("<html>maintenance</html>"), "federation-page-changed"],
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

Deno.test("GET /federation/athletes leaves out who asked for it, even from kept answers, and logs no name", async () => {
  await using app = await createTestApp();
  playSearch(app);
  await search(app, "testard");
  await oppose(app.sql, "7000001", { channel: "email", key: OPPOSITION_KEY });
  assertEquals((await search(app, "testard")).items.map(({ ffa_id: id }) => id), ["7000002"]);
  app.federation.answer = () => new Response("down", { status: 500 });
  await (await app.fetch("/federation/athletes?q=testardo")).body?.cancel();
  assertEquals(app.lines.filter((line) => /testard/i.test(line)), []);
});
