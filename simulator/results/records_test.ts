import { assert, assertEquals } from "@std/assert";
import { birthYearRange } from "@mypacer/shared/domain/people/category.ts";
import { EVENTS, findEvent } from "@mypacer/shared/domain/results/discipline.ts";
import { formatMark } from "@mypacer/shared/domain/measure/mark.ts";
import { parseMark } from "@mypacer/shared/domain/measure/mark_text.ts";
import { dayAt, seasonAt } from "../people/calendar_day.ts";
import { people } from "../people/people.ts";
import { hasRecords, recordsOf } from "./records.ts";
import { seasonResults } from "./results.ts";
import { standardTime } from "./runner.ts";

const SIZE = { seed: 1, clubs: 60, athletes: 12_000, firstSeason: 2008, lastSeason: 2027 };
const TODAY = dayAt(new Date("2026-11-23T12:00:00Z"));
const all = people(SIZE);
const RECORDS = Array.from({ length: SIZE.athletes }, (_, index) => recordsOf(all, index, TODAY));

Deno.test("recordsOf() gives marks that read back as they are", () => {
  for (const { event, text, mark } of RECORDS.flat()) {
    // A label may be another spelling of the one that is found.
    assertEquals({ ...findEvent(event.label), label: event.label }, event);
    // Few times have an hour sign without an hour, and some points no unit.
    const usual = formatMark(mark, "federation");
    assert([usual, `h${usual}`, String(mark.value)].includes(text), text);
    assertEquals(parseMark(text, event.measures), mark, `${event.label} ${text}`);
  }
});

Deno.test("recordsOf() gives times that grow with the distance within a discipline", () => {
  for (const records of RECORDS) {
    for (const discipline of ["track", "short-track", "road"]) {
      const own = records
        .filter(({ event }) => event.discipline === discipline && event.isRunning)
        .toSorted((a, b) => (a.event.distance ?? 0) - (b.event.distance ?? 0));
      own.forEach(({ event, mark }, at) => {
        const before = own[at - 1];
        if (before === undefined || before.event.distance === event.distance) return;
        assert(
          mark.value > before.mark.value,
          `${before.event.label} ${before.text}, ${event.label} ${own[at]?.text}`,
        );
      });
    }
  }
});

Deno.test("recordsOf() gives nobody a mark beyond the world's best", () => {
  RECORDS.forEach((records, index) => {
    for (const { event, mark, share } of records) {
      assert(share < 1 && share > 0.15, `${event.label}: ${share}`);
      if (!event.isRunning) continue;
      assert(mark.value / 100 > standardTime(event.distance ?? 0, all.sex(index)));
    }
  });
});

Deno.test("recordsOf() dates records within membership, and not after today", () => {
  RECORDS.forEach((records, index) => {
    const seasons = new Map(
      all.memberships.of(index).map(({ season, club }) => [season, club]),
    );
    const birthYear = all.birthYear(index);
    for (const { season, club, day, category } of records) {
      assertEquals(seasons.get(season), club.index);
      assertEquals(seasonAt(day), season);
      assert(day <= TODAY);
      const range = birthYearRange(category, season);
      assert(birthYear >= range.min && birthYear <= range.max);
    }
  });
});

Deno.test("recordsOf() gives one row a label, and about one person in ten none", () => {
  for (const records of RECORDS) {
    assertEquals(new Set(records.map(({ event }) => event.label)).size, records.length);
  }
  const without = RECORDS.filter((_, index) => !hasRecords(all, index)).length / SIZE.athletes;
  assert(without > 0.085 && without < 0.115, String(without));
});

Deno.test("recordsOf() reaches every label that gives records, in every form of mark", () => {
  // More people than above: some events are rare.
  const large = people({ ...SIZE, athletes: 60_000 });
  const labels = new Set<string>();
  const forms = { handTimed: 0, wind: 0, chipTime: 0, centimeters: 0, points: 0, whole: 0 };
  for (let index = 0; index < 60_000; index++) {
    for (const { event, mark } of recordsOf(large, index, TODAY)) {
      labels.add(event.label);
      forms.handTimed += Number(mark.handTimed);
      forms.wind += Number(mark.wind !== null);
      forms.chipTime += Number(mark.chipTime !== null);
      forms.centimeters += Number(mark.unit === "centimeters");
      forms.points += Number(mark.unit === "points");
      forms.whole += Number(event.discipline === "track" && mark.value % 100 === 0);
    }
  }
  const unmeasured = ["cross", "trail", "other"];
  const missing = EVENTS.filter(({ label, discipline }) =>
    !labels.has(label) && !unmeasured.includes(discipline)
  );
  // The other spelling of the relay is known from lists of medals only.
  assertEquals(missing.map(({ label }) => label), ["4 x 400 m"]);
  for (const [form, count] of Object.entries(forms)) assert(count > 50, `${form}: ${count}`);
});

Deno.test("recordsOf() gives the known person records in all running disciplines", () => {
  const own = RECORDS[0] ?? [];
  const count = (discipline: string) =>
    own.filter(({ event }) => event.discipline === discipline && event.isRunning).length;
  assert(count("track") >= 12, `track: ${count("track")}`);
  assert(count("short-track") >= 6, `short track: ${count("short-track")}`);
  assert(count("road") >= 5, `road: ${count("road")}`);
  for (const label of ["100m", "1 500m", "10 000m", "10 Km Route", "1/2 Marathon", "Marathon"]) {
    assert(own.some(({ event }) => event.label === label), label);
  }
});

Deno.test("recordsOf() calls indoor ovals by the name of their season", () => {
  for (const { event, season } of RECORDS.flat()) {
    if (/Courte$/.test(event.label) && /^(200|800|1 500)m/.test(event.label)) {
      assert(season >= 2024, `${event.label} in ${season}`);
    }
    if (/^(200|800|1 500)m - Salle$/.test(event.label)) assert(season < 2024);
  }
});

Deno.test("seasonResults() holds the records of the season, and nothing better", () => {
  let others = 0;
  for (let index = 0; index < 3000; index++) {
    const records = new Map(RECORDS[index]?.map((record) => [record.present.label, record]));
    for (const { season } of all.memberships.of(index)) {
      const results = seasonResults(all, index, { season, today: TODAY });
      for (const record of records.values()) {
        if (record.season !== season) continue;
        const text = record.text.replace(/ \([+-]\d\.\d\)$/, "");
        assert(
          results.some((result) => result.label === record.event.label && result.text === text),
        );
      }
      results.forEach(({ day, event, mark }, at) => {
        assert(day <= TODAY && day <= (results[at - 1]?.day ?? Infinity));
        assertEquals(seasonAt(day), season);
        const record = [...records.values()].find((other) =>
          other.event.label === event?.label || other.present.label === event?.label
        );
        if (record === undefined || mark === null) return;
        others++;
        const better = mark.unit === "hundredths"
          ? mark.value < record.mark.value
          : mark.value > record.mark.value;
        assert(!better, `${event?.label}: ${mark.value} against ${record.mark.value}`);
      });
    }
  }
  assert(others > 5000, String(others));
});
