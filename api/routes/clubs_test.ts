import { assertEquals } from "@std/assert";
import { ClubDetail, ClubPage } from "@mypacer/shared/contract/club.ts";
import { ClubAthletes } from "@mypacer/shared/contract/club_athletes.ts";
import { createTestApp } from "../testing/test_app.ts";
import { fillDirectory } from "../testing/test_directory.ts";

Deno.test("GET /clubs/{number} counts the licensed athletes of each season, latest first", async () => {
  await using app = await createTestApp();
  await fillDirectory(app.sql, {
    clubs: [{ ffaNumber: "075999", name: "AC EXEMPLE" }, { ffaNumber: "031001", name: "US ESSAI" }],
    athletes: [
      { ffaId: "7000001", name: "TESTARD Zélie", club: "075999", lastSeason: 2024 },
      { ffaId: "7000002", name: "TESTARD Ada", club: "075999", lastSeason: 2026 },
      { ffaId: "7000003", name: "TESTARD Ida", club: "075999", lastSeason: 2026 },
      { ffaId: "7000004", name: "TESTARD Ugo", club: "031001", lastSeason: 2026 },
    ],
  });
  const club = ClubDetail.parse(await (await app.fetch("/clubs/075999")).json());
  assertEquals(club.seasons, [{ season: 2026, athletes: 2 }, { season: 2024, athletes: 1 }]);
  assertEquals((await app.fetch("/clubs/099999")).status, 404);
});

Deno.test("GET /clubs/{number}/athletes narrows by season, sex and category, in pages", async () => {
  await using app = await createTestApp();
  await fillDirectory(app.sql, {
    clubs: [{ ffaNumber: "075999", name: "AC EXEMPLE" }],
    athletes: [
      { ffaId: "7000001", name: "TESTARD Zélie", sex: "F", club: "075999", lastSeason: 2024 },
      { ffaId: "7000002", name: "ESSAI Ada", sex: "F", club: "075999" },
      { ffaId: "7000003", name: "ESSAI Ugo", sex: "M", club: "075999" },
    ],
  });
  await app.sql`update athlete set category = 'M1' where ffa_id = '7000003'`;
  const ids = async (query: string) => {
    const response = await app.fetch(`/clubs/075999/athletes?${query}`);
    const { items, total_is_exact: exact } = ClubAthletes.parse(await response.json());
    return [...items.map(({ ffa_id: ffaId }) => ffaId), exact];
  };
  assertEquals(await ids(""), ["7000002", "7000003", "7000001", true]);
  assertEquals(await ids("sex=F"), ["7000002", "7000001", true]);
  assertEquals(await ids("season=2026&sex=F"), ["7000002", true]);
  assertEquals(await ids("category=M1"), ["7000003", true]);
  assertEquals(await ids("category=M1&sex=F"), [true]);
  assertEquals(await ids("limit=2"), ["7000002", "7000003", false]);
  assertEquals(await ids("limit=2&offset=2"), ["7000001", true]);
  assertEquals(await ids("letter=t"), ["7000001", true]);
  for (const query of ["category=x", "letter=E", "letter=es"]) {
    assertEquals((await app.fetch(`/clubs/075999/athletes?${query}`)).status, 400, query);
  }
});

Deno.test("GET /clubs/{number}/athletes counts what each filter would leave, of all pages", async () => {
  await using app = await createTestApp();
  await fillDirectory(app.sql, {
    clubs: [{ ffaNumber: "075999", name: "AC EXEMPLE" }, { ffaNumber: "031001", name: "US ESSAI" }],
    athletes: [
      { ffaId: "7000001", name: "TESTARD Zélie", sex: "F", club: "075999", lastSeason: 2024 },
      { ffaId: "7000002", name: "ESSAI Ada", sex: "F", club: "075999" },
      { ffaId: "7000003", name: "ÉTABLI Ugo", sex: "M", club: "075999" },
      { ffaId: "7000004", name: "ESSAI Noé", club: "075999" },
      { ffaId: "7000005", name: "AUTRE Léa", sex: "F", club: "031001" },
    ],
  });
  await app.sql`update athlete set category = case ffa_id when '7000003' then 'M1' else 'SE' end`;
  const counts = async (query: string) => {
    const response = await app.fetch(`/clubs/075999/athletes?limit=1&${query}`);
    const { total, counts } = ClubAthletes.parse(await response.json());
    return { total, ...counts };
  };
  assertEquals(await counts(""), {
    total: 4,
    sex: { F: 2, M: 1 },
    category: { SE: 3, M1: 1 },
    letter: { e: 3, t: 1 },
  });
  assertEquals(await counts("sex=F&letter=e&offset=1"), {
    total: 1,
    sex: { F: 1, M: 1 },
    category: { SE: 1 },
    letter: { e: 1, t: 1 },
  });
  assertEquals(await counts("season=1990"), { total: 0, sex: {}, category: {}, letter: {} });
});

Deno.test("GET /clubs and GET /clubs/{number} find a club of Corsica by its number", async () => {
  await using app = await createTestApp();
  await fillDirectory(app.sql, {
    clubs: [
      { ffaNumber: "02A135", name: "AC CORSE INVENTEE" },
      { ffaNumber: "020007", name: "AC LAON INVENTE" },
      { ffaNumber: "075999", name: "2A SPORTS" },
    ],
    athletes: [{ ffaId: "7000001", name: "TESTARD Zélie", club: "02A135", lastSeason: 2026 }],
  });
  const numbers = async (query: string) => {
    const answer = ClubPage.parse(await (await app.fetch(`/clubs?q=${query}`)).json());
    return answer.items.map(({ ffa_number: number }) => number);
  };
  assertEquals(await numbers("02a135"), ["02A135"]);
  assertEquals(await numbers("02"), ["020007", "02A135"]);
  assertEquals((await numbers("2a")).includes("075999"), true);
  const club = ClubDetail.parse(await (await app.fetch("/clubs/02A135")).json());
  assertEquals(club.seasons, [{ season: 2026, athletes: 1 }]);
  const members = await (await app.fetch("/clubs/02A135/athletes")).json();
  assertEquals(ClubAthletes.parse(members).items.length, 1);
  assertEquals((await app.fetch("/clubs/02A13")).status, 400);
});
