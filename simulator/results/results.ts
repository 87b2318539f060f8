import { categoryOf } from "@mypacer/shared/domain/people/category.ts";
import type { AthleticsEvent } from "@mypacer/shared/domain/results/discipline.ts";
import type { Mark } from "@mypacer/shared/domain/measure/mark.ts";
import { type Day, partsOf, seasonAt, seasonOpens } from "../people/calendar_day.ts";
import type { Club } from "../people/clubs.ts";
import { draw, drawOne, drawWhole, hash } from "../chance/draw.ts";
import { levelOf, pointsOf } from "./levels.ts";
import { markText, publishMark } from "./marks.ts";
import type { People } from "../people/people.ts";
import { drawTown } from "../people/places.ts";
import { drawUnmeasured, labelIn } from "./programme.ts";
import { type PersonalRecord, recordsOf, runnerOf } from "./records.ts";
import { ageShare } from "./runner.ts";

/** One result of a person, as results tab and club results show it. */
export type Result = {
  person: number;
  day: Day;
  /** Event label, or the free text of a race that has none. */
  label: string;
  /** Null for a free text. */
  event: AthleticsEvent | null;
  /** Null where the text is a code such as `DNF`. */
  mark: Mark | null;
  /** Mark as published, without wind; or the code. */
  text: string;
  /** What the wind column shows. */
  wind: string;
  round: string;
  place: string;
  level: string;
  points: string;
  town: string;
  club: Club;
  category: string;
};

/** Most results a season beside the records set in it: enough for a page, quick to make. */
const MOST_OTHERS = 3;
/** A result beside the records is slower by at least and at most this share. */
const SLOWER: readonly [number, number] = [0.004, 0.08];
const WITHOUT_MARK = 0.03;
const UNMEASURED = 0.08;
/** Share of results that count for no place: `HC`. */
const OUT_OF_COMPETITION = 0.01;
/** Shortest cross or trail, and the longest, in minutes. */
const UNMEASURED_MINUTES: [number, number] = [14, 190];
const NO_MARKS = ["DNF", "DNS", "DQ", "AB"];
const ROUNDS = ["Finale", "Finale 1", "Finale 2", "Série 1", "Série 3", "Demi-finale", "H.Stade"];

/** What draws are for: another number for each keeps them apart. */
const PURPOSE = {
  resultsOfSeason: 5000,
  count: 1,
  kind: 2,
  day: 3,
  record: 4,
  amount: 5,
  town: 6,
  round: 7,
  place: 8,
  isUnplaced: 9,
} as const;

/**
 * Results of a person in a season, newest first: the records set in it and some slower ones.
 *
 * @param today The last day on which there can be a result.
 */
export function seasonResults(
  people: People,
  index: number,
  { season, today }: { season: number; today: Day },
): Result[] {
  const club = people.memberships.clubAt(index, season);
  if (club === -1 || seasonOpens(season) > today) return [];
  const records = recordsOf(people, index, today);
  if (records.length === 0) return [];
  const where = { person: index, club: people.clubs.at(club) };
  const birthYear = people.birthYear(index);
  const category = categoryOf(birthYear, season);
  const results = records.filter((record) => record.season === season)
    .map((record) => recordResult(record, { ...where, category }));
  const key = hash(people.key(index), PURPOSE.resultsOfSeason + season);
  const others = hash(key, PURPOSE.count) % (MOST_OTHERS + 1);
  const last = Math.min(today, seasonOpens(season + 1) - 1);
  for (let at = 0; at < others; at++) {
    const resultKey = hash(key, 100 + at);
    const base = {
      ...where,
      category,
      day: drawWhole(resultKey, PURPOSE.day, [seasonOpens(season), last]),
    };
    const kind = draw(resultKey, PURPOSE.kind);
    if (kind < UNMEASURED && season - birthYear >= 12) {
      results.push(unmeasuredResult(`${category}${people.sex(index)}`, base, resultKey));
      continue;
    }
    const record = drawOne(resultKey, PURPOSE.record, records);
    const ageLoss = ageShare(record.season - birthYear) / ageShare(season - birthYear);
    results.push(
      kind > 1 - WITHOUT_MARK
        ? failedResult(record, base, resultKey)
        : slowerResult(record, { ...base, ageLoss: Math.max(1, ageLoss) }, resultKey),
    );
  }
  return results.sort((a, b) => b.day - a.day);
}

/** Results of a person in a calendar year, newest first. */
export function yearResults(
  people: People,
  index: number,
  { year, today }: { year: number; today: Day },
): Result[] {
  return [year + 1, year]
    .flatMap((season) => seasonResults(people, index, { season, today }))
    .filter(({ day }) => partsOf(day).year === year);
}

/** All results of a person, newest first. */
export function allResults(people: People, index: number, today: Day): Result[] {
  return people.memberships.of(index).toReversed()
    .flatMap(({ season }) => seasonResults(people, index, { season, today }));
}

/** Calendar years in which a person has results, latest first. */
export function resultYears(people: People, index: number, today: Day): number[] {
  const years = allResults(people, index, today).map(({ day }) => partsOf(day).year);
  return [...new Set(years)].sort((a, b) => b - a);
}

type Base = Pick<Result, "person" | "club" | "category">;
type Dated = Base & { day: Day };

function recordResult(record: PersonalRecord, base: Base): Result {
  return markedResult(record, { ...base, day: record.day }, {
    mark: record.mark,
    share: record.share,
    town: record.place,
    key: record.key,
  });
}

function slowerResult(
  record: PersonalRecord,
  base: Dated & { ageLoss: number },
  key: number,
): Result {
  const { ageLoss, ...dated } = base;
  const [least, most] = SLOWER;
  const loss = (1 + least + (most - least) * draw(key, PURPOSE.amount)) * ageLoss;
  const { unit, value } = record.mark;
  // A chip time or a hand time may round in the runner's favour: a record stays the best all the
  // same.
  const amount = unit === "hundredths"
    ? (value * loss + 10) / 100
    : unit === "centimeters"
    ? value / loss / 100
    : value / loss;
  const event = labelIn(record.present, seasonAt(dated.day));
  const mark = publishMark(event, amount, key);
  return markedResult({ event }, dated, {
    mark,
    share: record.share / loss,
    town: drawTown(hash(key, PURPOSE.town)),
    key,
  });
}

function markedResult(
  { event }: Pick<PersonalRecord, "event">,
  base: Dated,
  { mark, share, town, key }: { mark: Mark; share: number; town: string; key: number },
): Result {
  const relay = event.discipline === "relay";
  return {
    ...base,
    label: event.label,
    event,
    mark,
    text: markText({ ...mark, wind: null }, key),
    wind: mark.wind === null
      ? ["", "-", "NC"][hash(key, PURPOSE.kind) % 3] ?? ""
      : `${mark.wind < 0 ? "-" : "+"}${Math.abs(mark.wind).toFixed(1)}`,
    round: event.discipline === "road" ? "" : drawOne(key, PURPOSE.round, ROUNDS),
    place: draw(key, PURPOSE.isUnplaced) < OUT_OF_COMPETITION
      ? "HC"
      : String(drawWhole(key, PURPOSE.place, event.discipline === "road" ? [1, 900] : [1, 12])),
    level: levelOf(share)?.code ?? "",
    points: relay ? String(1 + hash(key, PURPOSE.place) % 30) : String(pointsOf(share)),
    town,
  };
}

function failedResult({ event }: PersonalRecord, base: Dated, key: number): Result {
  return {
    ...base,
    label: event.label,
    event,
    mark: null,
    text: drawOne(key, PURPOSE.amount, NO_MARKS),
    wind: "",
    round: drawOne(key, PURPOSE.round, ROUNDS),
    place: "",
    level: "",
    points: "",
    town: drawTown(hash(key, PURPOSE.town)),
  };
}

function unmeasuredResult(category: string, base: Dated, key: number): Result {
  const seconds = drawWhole(key, PURPOSE.amount, [
    UNMEASURED_MINUTES[0] * 60,
    UNMEASURED_MINUTES[1] * 60,
  ]);
  const mark: Mark = {
    unit: "hundredths",
    value: seconds * 100,
    handTimed: false,
    wind: null,
    chipTime: null,
    flags: [],
  };
  const total = drawWhole(key, PURPOSE.place, [1, 300]);
  return {
    ...base,
    label: drawUnmeasured(key, category),
    event: null,
    mark,
    text: markText(mark, key),
    wind: "",
    round: "Cross",
    place: `${total} (${Math.ceil(total * 0.9)}M - ${Math.ceil(total / 2)}${category.slice(0, 2)})`,
    level: "",
    points: "",
    town: drawTown(hash(key, PURPOSE.town)),
  };
}

/** A member's level in a season, for the ranking of clubs; null below the scale. */
export function memberLevel(
  people: People,
  index: number,
  season: number,
): { code: string; points: number } | null {
  const runner = runnerOf(people, index);
  const form = 1 - 0.06 * draw(people.key(index), PURPOSE.resultsOfSeason - season);
  return levelOf(runner.quality * ageShare(season - runner.birthYear) * form);
}
