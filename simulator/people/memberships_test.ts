import { assert, assertEquals } from "@std/assert";
import { people } from "./people.ts";

const SIZE = { seed: 1, clubs: 60, athletes: 6000, firstSeason: 2016, lastSeason: 2027 };

Deno.test("Memberships tells the same of a person and of a club", () => {
  const { memberships, clubs } = people(SIZE);
  const byClub = new Map<string, Set<number>>();
  for (let club = 0; club < clubs.length; club++) {
    for (let season = 2016; season <= 2027; season++) {
      byClub.set(`${club} ${season}`, new Set(memberships.members(club, season)));
    }
  }
  let listed = 0;
  for (let person = 0; person < SIZE.athletes; person++) {
    const own = memberships.of(person);
    assert(own.length > 0, `person ${person} is never a member`);
    listed += own.length;
    for (const { season, club } of own) {
      assert(byClub.get(`${club} ${season}`)?.has(person), `${person} in ${club}, ${season}`);
      assert(season >= clubs.from(club) && season <= clubs.to(club));
    }
  }
  // Nobody is on a roster who is not a member: both ways of counting give the same sum.
  assertEquals([...byClub.values()].reduce((sum, members) => sum + members.size, 0), listed);
});

Deno.test("Memberships.counts() counts what members() lists", () => {
  const { memberships, clubs } = people(SIZE);
  const counts = memberships.counts(2020);
  for (let club = 0; club < clubs.length; club++) {
    assertEquals(counts[club], memberships.members(club, 2020).length);
  }
});

Deno.test("Memberships has people who join, leave, come back and move", () => {
  const { memberships } = people(SIZE);
  const all = Array.from({ length: SIZE.athletes }, (_, person) => memberships.of(person));
  const some = (test: (own: typeof all[number]) => boolean) => all.filter(test).length;
  assert(some((own) => (own[0]?.season ?? 0) > 2016) > 1000, "joined later");
  assert(some((own) => (own.at(-1)?.season ?? 0) < 2027) > 1000, "left");
  assert(some((own) => new Set(own.map(({ club }) => club)).size > 1) > 200, "moved");
  const gaps = some((own) =>
    own.some(({ season }, at) => at > 0 && season - (own[at - 1]?.season ?? 0) > 1)
  );
  assert(gaps > 50, "came back");
});

Deno.test("Memberships gives one club above 250 members and an empty one", () => {
  const size = { seed: 1, clubs: 60, athletes: 6000, firstSeason: 2025, lastSeason: 2027 };
  const { memberships } = people(size);
  for (const season of [2025, 2026, 2027]) {
    const counts = memberships.counts(season);
    assert((counts[0] ?? 0) > 250, `${season}: ${counts[0]}`);
    assertEquals(counts[59], 0);
  }
});

Deno.test("Memberships keeps the known person in the first club in every season", () => {
  const { memberships } = people(SIZE);
  assertEquals(
    memberships.of(0),
    Array.from({ length: 12 }, (_, at) => ({ season: 2016 + at, club: 0 })),
  );
});

Deno.test("Memberships copes with a single season, a single club, a single person", () => {
  const one = { seed: 5, clubs: 1, athletes: 1, firstSeason: 2027, lastSeason: 2027 };
  assertEquals(people(one).memberships.members(0, 2027), [0]);
  const few = people({ ...one, clubs: 3, athletes: 40 });
  const listed = [0, 1, 2].flatMap((club) => few.memberships.members(club, 2027));
  assertEquals(listed.length, 40);
});
