import { categoryOf } from "@mypacer/shared/domain/people/category.ts";
import type { AthleticsEvent } from "@mypacer/shared/domain/results/discipline.ts";
import type { Mark } from "@mypacer/shared/domain/measure/mark.ts";
import { type Day, seasonOpens } from "../people/calendar_day.ts";
import type { Club } from "../people/clubs.ts";
import { draw, drawOne, drawWhole, hash } from "../chance/draw.ts";
import { KNOWN_PERSON } from "../people/memberships.ts";
import { markText, publishMark } from "./marks.ts";
import type { People } from "../people/people.ts";
import { drawTown } from "../people/places.ts";
import { drawEvents, drawSpecialty, labelIn, type ProgrammeEvent } from "./programme.ts";
import { ageShare, dayShortfall, drawRunner, expectedTime, type Runner } from "./runner.ts";

/** A personal record, as the records tab shows it. */
export type PersonalRecord = {
  /** Under the label it had in the season. */
  event: AthleticsEvent;
  /** The same event under its present label. */
  present: AthleticsEvent;
  mark: Mark;
  /** The mark as published. */
  text: string;
  day: Day;
  season: number;
  category: string;
  club: Club;
  place: string;
  /** Share of the world's best level: 0 to 1. */
  share: number;
  /** The key its details were drawn from. */
  key: number;
};

/** Share of people without any record. */
const WITHOUT_RECORDS = 0.1;
/** Records fall in the seasons with at least this share of the best speed. */
const NEAR_PEAK = 0.97;
/** How much a record falls short of the person's curve at most: running, and anything else. */
const RUNNING_NOISE = 0.02;
const OTHER_NOISE = 0.1;
/** Bends are tighter indoors. */
const SHORT_TRACK_COST = 1.008;
/** Last age of the age classes whose standard is already theirs, not the grown-ups'. */
const LAST_YOUTH_AGE = 19;

/** What draws about one person's records are for: another number for each keeps them apart. */
const PURPOSE = {
  hasRecords: 601,
  recordsOfEvent: 1000,
  season: 1,
  day: 2,
  shortfall: 3,
  town: 4,
  mark: 5,
} as const;

/** Days after 1 September between which an event is held. */
function daysOf({ discipline, label }: AthleticsEvent): [number, number] {
  if (discipline === "road") return [0, 360];
  if (discipline === "short-track" || label.includes("Salle")) return [85, 190];
  return [205, 330];
}

/** What a person can do; the known one runs everything, and well. */
export function runnerOf(people: People, index: number): Runner {
  const who = { sex: people.sex(index), birthYear: people.birthYear(index) };
  if (index === KNOWN_PERSON) return { ...who, quality: 0.78, endurance: 0.012 };
  return drawRunner(people.key(index), who);
}

/** Whether a person has records at all. */
export function hasRecords(people: People, index: number): boolean {
  return index === KNOWN_PERSON || draw(people.key(index), PURPOSE.hasRecords) >= WITHOUT_RECORDS;
}

/**
 * The records of a person, in the order of the records tab.
 *
 * @param today The last day on which a record can have been set.
 */
export function recordsOf(people: People, index: number, today: Day): PersonalRecord[] {
  if (!hasRecords(people, index)) return [];
  const key = people.key(index);
  const runner = runnerOf(people, index);
  const memberships = people.memberships.of(index)
    .filter(({ season }) => seasonOpens(season) <= today);
  const events = drawEvents({
    key,
    sex: runner.sex,
    specialty: drawSpecialty(key, runner.endurance),
    runsEverything: index === KNOWN_PERSON,
  });
  return events.flatMap((entry) => {
    const { min, max } = agesFor(entry, runner);
    const eligible = memberships.filter(({ season }) => {
      const age = season - runner.birthYear;
      return age >= min && age <= max;
    });
    const shares = eligible.map(({ season }) => ageShare(season - runner.birthYear));
    const best = Math.max(...shares);
    const bestSeasons = eligible.filter((_, at) => (shares[at] ?? 0) >= best * NEAR_PEAK);
    if (bestSeasons.length === 0) return [];
    const eventKey = hash(key, PURPOSE.recordsOfEvent + entry.place);
    const { season, day } = drawDate(entry.event, bestSeasons.map(({ season }) => season), {
      key: eventKey,
      today,
    });
    const club = bestSeasons.find((membership) => membership.season === season)?.club ?? 0;
    const event = labelIn(entry.event, season);
    const age = season - runner.birthYear;
    const { amount, share } = perform(entry, { runner, age, key: eventKey });
    const mark = publishMark(event, amount, hash(eventKey, PURPOSE.mark));
    return [{
      event,
      present: entry.event,
      mark,
      text: markText(mark, eventKey),
      day,
      season,
      category: categoryOf(runner.birthYear, season),
      club: people.clubs.at(club),
      place: drawTown(hash(eventKey, PURPOSE.town)),
      share,
      key: eventKey,
    }];
  });
}

function agesFor(entry: ProgrammeEvent, { sex }: Runner): { min: number; max: number } {
  const [min, max] = entry.ages[sex] ?? [Infinity, -Infinity];
  return { min, max };
}

/** A season and a day in it, not after today. */
function drawDate(
  event: AthleticsEvent,
  seasons: readonly number[],
  { key, today }: { key: number; today: Day },
): { season: number; day: Day } {
  const season = drawOne(key, PURPOSE.season, seasons);
  const offset = drawWhole(key, PURPOSE.day, daysOf(event));
  if (seasonOpens(season) + offset <= today) return { season, day: seasonOpens(season) + offset };
  // The season is under way: the season before if there was one, else the weeks that have passed.
  const earlier = seasons.findLast((other) => seasonOpens(other) + offset <= today);
  if (earlier !== undefined) return { season: earlier, day: seasonOpens(earlier) + offset };
  const day = drawWhole(key, PURPOSE.day + 10, [seasonOpens(season), today]);
  return { season, day };
}

/** What a person achieves: seconds, meters or points, and the share of the world's best it is. */
function perform(
  { event, standard }: ProgrammeEvent,
  { runner, age, key }: { runner: Runner; age: number; key: number },
): { amount: number; share: number } {
  if (standard === null) {
    const cost = dayShortfall(key, PURPOSE.shortfall, RUNNING_NOISE) *
      (event.discipline === "short-track" ? SHORT_TRACK_COST : 1);
    const amount = expectedTime(runner, event.distance ?? 0, age) * cost;
    return { amount, share: runner.quality * ageShare(age) / cost };
  }
  const oldest = standard.ages[runner.sex]?.[1] ?? age;
  const ofAge = oldest <= LAST_YOUTH_AGE ? 1 : ageShare(age);
  const share = runner.quality * ofAge / dayShortfall(key, PURPOSE.shortfall, OTHER_NOISE);
  const best = standard.best[runner.sex];
  return { amount: event.measures === "time" ? best / share : best * share, share };
}
