import { assertEquals } from "@std/assert";
import { compileFilters, type Filters } from "./row_filter.ts";
import { indexOf } from "./testing/made_index.ts";

const index = indexOf([
  { name: "ALBERT Ana", birthYear: 1990, club: 11, sex: "F", category: "SE", lastSeason: 2026 },
  { name: "BERNARD Bob", birthYears: [1986, 1990], club: 12, sex: "M", category: "M0" },
  { name: "CARON Cleo", club: 12, sex: "F", category: "M0", lastSeason: 2025 },
]);

/** Who passes, and whether a filter names the few among whom they are. */
function passing(filters: Partial<Filters>) {
  const filter = compileFilters(index, { birthYear: null, numbers: [], ...filters });
  const names = [0, 1, 2].filter((row) => filter.passes(row)).map((row) => index.name(row)[0]);
  return {
    names: names.join(""),
    rows: filter.rows === null ? null : [...filter.rows],
    excludesEverybody: filter.excludesEverybody,
  };
}

Deno.test("compileFilters() lets everybody pass without a filter", () => {
  assertEquals(passing({}), { names: "ABC", rows: null, excludesEverybody: false });
});

Deno.test("compileFilters() takes a birth year for those too whose year may be it", () => {
  assertEquals(passing({ birthYear: 1990 }).names, "AB");
  assertEquals(passing({ birthYear: 1986 }).names, "B");
  assertEquals(passing({ birthYear: 1991 }).names, "");
});

Deno.test("compileFilters() knows sex, category and season, and all of them together", () => {
  assertEquals(passing({ sex: "F" }).names, "AC");
  assertEquals(passing({ category: "M0" }).names, "BC");
  assertEquals(passing({ category: "XX" }).names, "");
  assertEquals(passing({ activeSince: 2026 }).names, "AB");
  assertEquals(passing({ sex: "F", category: "M0", activeSince: 2025 }).names, "C");
});

Deno.test("compileFilters() narrows by a club, a federation id and a club's number", () => {
  assertEquals(passing({ club: "063001" }), {
    names: "BC",
    rows: [1, 2],
    excludesEverybody: false,
  });
  assertEquals(passing({ numbers: ["7000001"] }), {
    names: "A",
    rows: [0],
    excludesEverybody: false,
  });
  assertEquals(passing({ numbers: ["075999"] }), {
    names: "A",
    rows: [0],
    excludesEverybody: false,
  });
  assertEquals(passing({ numbers: ["063001", "7000002"] }).names, "B");
});

Deno.test("compileFilters() tells that nobody passes", () => {
  assertEquals(passing({ club: "999999" }), { names: "", rows: [], excludesEverybody: true });
  assertEquals(passing({ numbers: ["123"] }).excludesEverybody, true);
});
