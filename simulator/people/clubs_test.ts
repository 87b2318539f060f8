import { assert, assertEquals, assertThrows } from "@std/assert";
import { Clubs } from "./clubs.ts";

const SIZE = { seed: 3, clubs: 60, athletes: 6000, firstSeason: 2025, lastSeason: 2027 };

Deno.test("Clubs shares all people out, in ranges that homeOf() finds again", () => {
  const clubs = new Clubs(SIZE);
  assertEquals(clubs.start(0), 0);
  assertEquals(clubs.end(59), 6000);
  for (let club = 0; club < clubs.length; club++) {
    assert(clubs.start(club) <= clubs.end(club));
    for (let person = clubs.start(club); person < clubs.end(club); person++) {
      assertEquals(clubs.homeOf(person), club);
    }
  }
});

Deno.test("Clubs.find() finds every club by its own number, and only those", () => {
  for (const count of [1, 2, 60, 3419, 20_000]) {
    const clubs = new Clubs({ ...SIZE, clubs: count });
    const numbers = new Set<string>();
    for (let index = 0; index < count; index++) {
      const club = clubs.at(index);
      assert(/^(\d{3}|02[AB])\d{3}$/.test(club.number), club.number);
      assertEquals(clubs.find(club.number)?.index, index);
      numbers.add(club.number);
    }
    assertEquals(numbers.size, count);
    assertEquals(clubs.at(0).number, "075999");
  }
  const clubs = new Clubs(SIZE);
  for (const unknown of ["", "075000", "999999", "07599", "0759999", "abcdef", "075 99"]) {
    assertEquals(clubs.find(unknown), null, unknown);
  }
});

Deno.test("Clubs.at() refuses a place outside", () => {
  const clubs = new Clubs(SIZE);
  for (const place of [-1, 60, NaN]) assertThrows(() => clubs.at(place), RangeError);
});

Deno.test("Clubs has clubs founded later and ended earlier, each with at least one season", () => {
  const clubs = new Clubs({ ...SIZE, clubs: 500, athletes: 50_000, firstSeason: 2006 });
  const lives = Array.from({ length: 500 }, (_, index) => clubs.at(index));
  assert(lives.every(({ from, to }) => from >= 2006 && from <= to && to <= 2027));
  assert(lives.some(({ from }) => from > 2006));
  assert(lives.some(({ to }) => to < 2027));
  assertEquals([lives[0]?.from, lives[0]?.to], [2006, 2027]);
});

Deno.test("Clubs.sources() names every club whose members may move to a club", () => {
  const clubs = new Clubs({ ...SIZE, clubs: 5 });
  for (let home = 0; home < 5; home++) {
    for (const way of [0, 1, 2]) {
      assert(clubs.sources(clubs.neighbour(home, way)).includes(home));
    }
  }
  assertEquals(new Clubs({ ...SIZE, clubs: 1 }).sources(0), [0]);
});

Deno.test("Clubs numbers clubs of Corsica with the letter of the department", () => {
  const clubs = new Clubs({ ...SIZE, clubs: 3419 });
  const corsican = Array.from({ length: 3419 }, (_, index) => clubs.at(index))
    .filter(({ league }) => league === "COR");
  assertEquals(new Set(corsican.map(({ department }) => department)), new Set(["02A", "02B"]));
  for (const { department, number } of corsican) assert(number.startsWith(department), number);
});
