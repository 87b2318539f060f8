/**
 * What is no failure of the federation's site but simply how it is, from its pages to the answers
 * of the API: names, club numbers and pages unlike most others.
 */
import { assert, assertEquals } from "@std/assert";
import { AthleteResults } from "@mypacer/shared/contract/result.ts";
import { yearResults } from "../simulator/results/results.ts";
import { idsOf, SEASON, TroubledFederation } from "./testing/troubled_federation.ts";

Deno.test("odd and compound names are stored and shown as they are published", async () => {
  await using trouble = await TroubledFederation.open({ clubs: 20, athletes: 3000 });
  const { state, counters } = await trouble.crawl();
  assertEquals([state, counters.failed_pages], ["finished", 0]);
  const members = trouble.members();
  const names = new Map(members.map(({ ffaId, name }) => [ffaId, name]));
  const stored = await trouble.stored();
  assertEquals(
    [...stored].filter(([id, name]) => names.get(id) !== name),
    [],
  );
  assertEquals(stored.size, names.size);
  const odd = members.filter(({ hasOddName }) => hasOddName);
  assert(odd.length >= 5, String(odd.length));
  for (const { ffaId, name } of odd) {
    const { status, body } = await trouble.records(ffaId);
    assertEquals([status, body.athlete?.name], [200, name]);
  }
});

Deno.test("clubs of Corsica are stored with their members, and shown under their number", async () => {
  await using trouble = await TroubledFederation.open({ clubs: 20, athletes: 400 });
  await trouble.crawl();
  const { data } = trouble.simulator;
  const corsican = data.standings(SEASON).map(({ club }) => data.people.clubs.at(club))
    .find(({ league }) => league === "COR");
  assert(corsican !== undefined && corsican.number.startsWith("02A"));
  const club = await trouble.app.fetch(`/clubs/${corsican.number}`);
  assertEquals([club.status, (await club.json()).name], [200, corsican.name]);
  const athletes = await trouble.app.fetch(`/clubs/${corsican.number}/athletes?season=${SEASON}`);
  const { items } = await athletes.json();
  assertEquals(
    items.map(({ ffa_id }: { ffa_id: string }) => ffa_id).sort().slice(0, 5),
    idsOf(trouble.members(corsican.index)).slice(0, 5),
  );
});

Deno.test("compound names are found at the federation as visitors type them, with four requests at most", async () => {
  await using trouble = await TroubledFederation.open({
    athletes: 8000,
    federationSearches: { burst: 1000, perSecond: 1000 },
  });
  const { app, simulator } = trouble;
  const forms = [
    /^LE /,
    /^DE /,
    /^(DE LA|DU|EL|BEN|VAN|DI|DA) /,
    /^[A-Z]{3,}-/,
    /^[A-Z]{4,} [A-Z]/,
  ];
  const wanted = forms.flatMap((form) =>
    [...simulator.data.people]
      .filter(({ surname, hasOddName, name }) =>
        form.test(surname) && !hasOddName && !name.includes("(")
      )
      .slice(0, 4)
  );
  assertEquals(wanted.length, 4 * forms.length);
  for (const { ffaId, surname, given, name } of wanted) {
    for (const typed of [`${given} ${surname}`.toLowerCase(), name]) {
      const before = simulator.counts.report().kinds.search;
      const response = await app.fetch(`/federation/athletes?q=${encodeURIComponent(typed)}`);
      const { items } = await response.json();
      assert(
        items.some((item: { ffa_id: string; name: string }) =>
          item.ffa_id === ffaId && item.name === name
        ),
        typed,
      );
      assert(simulator.counts.report().kinds.search - before <= 4, typed);
    }
  }
});

Deno.test("results of a year are given as the federation has them, column by column", async () => {
  await using trouble = await TroubledFederation.open();
  const { app, simulator: { data } } = trouble;
  await trouble.crawl();
  let compared = 0;
  // Of minors neither place, level nor points are told.
  const adults = trouble.members().filter(({ birthYear }) => birthYear <= 2000);
  for (const { index, ffaId } of adults.slice(0, 40)) {
    const expected = yearResults(data.people, index, { year: 2025, today: data.today });
    const response = await app.fetch(`/athletes/${ffaId}/results?year=2025`);
    const body = await response.json();
    assertEquals(response.status, 200, JSON.stringify(body));
    const { results } = AthleteResults.parse(body);
    assertEquals(
      results.map(({ event, mark, wind, round, place_text, level, points, town }) => ({
        event,
        mark,
        wind,
        round,
        place: place_text,
        level,
        points,
        town,
      })),
      expected.map(({ label, mark, round, place, level, points, town }) => ({
        event: label,
        mark: mark?.value ?? null,
        wind: mark?.wind ?? null,
        round: round || null,
        place: place || null,
        level: level || null,
        points: points === "" ? null : Number(points),
        town,
      })),
    );
    compared += expected.length;
  }
  assert(compared > 50, String(compared));
});
