/**
 * Examples of answers for the documentation: of invented people, made by the code that answers, so
 * that they cannot fall behind it.
 */
import type { Analysis } from "@mypacer/shared/contract/analysis.ts";
import type { Comparison } from "@mypacer/shared/contract/comparison.ts";
import type { AthleteRecords } from "@mypacer/shared/contract/record.ts";
import type { AthleteResults } from "@mypacer/shared/contract/result.ts";
import { findEvent } from "@mypacer/shared/domain/results/discipline.ts";
import type { Mark } from "@mypacer/shared/domain/measure/mark.ts";
import { parseMark } from "@mypacer/shared/domain/measure/mark_text.ts";
import type { RecordEntry } from "@mypacer/shared/federation/parsers/records.ts";
import type { ResultEntry } from "@mypacer/shared/federation/parsers/results.ts";
import { toAnalysisContent, toDay } from "../wire/analysis.ts";
import { toComparison } from "../wire/comparison.ts";
import type { AthleteReading } from "../records/read_records.ts";
import { toPageAge } from "../federation/page_age.ts";
import { toResultsContent } from "../wire/results.ts";
import { toRecordsContent } from "../wire/records.ts";

const FEDERATION = "https://www.athle.fr";
const READ_AT = new Date("2026-11-28T08:00:00Z");
const NOW = new Date("2026-11-28T08:30:00Z");
const OPTIONS = { now: NOW, maxAge: null, federationUrl: FEDERATION };

function record([label, text, date]: readonly [string, string, string]): RecordEntry {
  const event = findEvent(label);
  const mark: Mark | null = event && parseMark(text, event.measures);
  if (event === null || mark === null) throw new TypeError(`Cannot show ${label} as an example`);
  const { unit, value, handTimed, wind, chipTime } = mark;
  return {
    discipline: event.discipline,
    event: label,
    distance: event.distance,
    isRunning: event.isRunning,
    unit,
    mark: value,
    text,
    handTimed,
    wind,
    chipTime,
    date,
    category: "SE",
    club: "Ac Exemple",
    league: "I-F",
    department: "075",
    place: "Ville Exemple",
  };
}

function person(
  { ffaId, name, birthYear, sex, rows }: {
    ffaId: string;
    name: string;
    birthYear: number;
    sex: "M" | "F";
    rows: readonly (readonly [label: string, text: string, date: string])[];
  },
): AthleteReading {
  return {
    athlete: {
      id: 1,
      ffaId,
      name,
      birthYear,
      birthYearMin: birthYear,
      birthYearMax: birthYear,
      sex,
      nationality: "FRA",
      category: "SE",
      clubNumber: "075999",
      clubName: "AC EXEMPLE",
      firstSeason: 2015,
      lastSeason: 2027,
    },
    reading: {
      source: "cache",
      fetchedAt: READ_AT,
      staleReason: null,
      records: rows.map(record),
      seasonBests: [],
    },
  };
}

const WOMAN = person({
  ffaId: "7000001",
  name: "EXEMPLE Zélie",
  birthYear: 1996,
  sex: "F",
  rows: [
    ["1 500m", "4'30''00", "2026-06-13"],
    ["5 Km Route", "17'00''", "2026-03-29"],
    ["10 Km Route", "35'31'' (35'28'')", "2025-10-12"],
    ["1/2 Marathon", "1h18'30''", "2026-09-20"],
    ["Longueur", "5m12 (+1.7)", "2016-05-08"],
  ],
});
const MAN = person({
  ffaId: "7000002",
  name: "MODELE Paul",
  birthYear: 1981,
  sex: "M",
  rows: [
    ["5 Km Route", "16'55''", "2026-03-29"],
    ["10 Km Route", "35'50''", "2025-10-12"],
    ["1/2 Marathon", "1h20'00''", "2026-09-20"],
  ],
});

/** `GET /athletes/{ffaId}/records`. */
export function exampleRecords(): AthleteRecords {
  return {
    ...toPageAge(WOMAN.reading, NOW),
    ...toRecordsContent(WOMAN.reading, { athlete: WOMAN.athlete, federationUrl: FEDERATION }),
  };
}

/** `GET /athletes/{ffaId}/results`. */
export function exampleResults(): AthleteResults {
  const { athlete, reading: { records, ...origin } } = WOMAN;
  const [run] = records.map(({ mark, unit, handTimed, chipTime, ...record }): ResultEntry => ({
    ...record,
    mark: { value: mark, unit, handTimed, chipTime, wind: record.wind, flags: [] },
    round: "Finale",
    place: 3,
    placeText: "3",
    level: "N4",
    points: 850,
    town: record.place,
  }));
  if (run === undefined) throw new TypeError("Cannot show results: the example has no record");
  const options = { athlete, year: 2026, federationUrl: FEDERATION, today: NOW };
  return {
    ...toPageAge(origin, NOW),
    ...toResultsContent({ ...origin, results: [run] }, options),
  };
}

/** `GET /athletes/{ffaId}/analysis`. */
export function exampleAnalysis(): Analysis {
  return {
    ...toPageAge(WOMAN.reading, NOW),
    ...toAnalysisContent(WOMAN, { ...OPTIONS, today: toDay(NOW) }),
  };
}

/** `GET /compare`. */
export function exampleComparison(): Comparison {
  return toComparison([WOMAN, MAN], { ...OPTIONS, by: "time" }).answer;
}
