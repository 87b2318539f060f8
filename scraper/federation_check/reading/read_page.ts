import {
  findFragmentFault,
  findJsonFault,
  findPageFault,
  type ReceivedAnswer,
} from "@mypacer/shared/federation/parsers/open_page.ts";
import type { RowProblem } from "@mypacer/shared/federation/shape.ts";
import { type AthleteHeader, parseAthlete } from "@mypacer/shared/federation/parsers/athlete.ts";
import {
  type ClubEntry,
  type ClubListPage,
  parseClubList,
} from "@mypacer/shared/federation/parsers/club_list.ts";
import {
  type ClubResult,
  type ClubResultsPage,
  parseClubResults,
} from "@mypacer/shared/federation/parsers/club_results.ts";
import {
  parseRecords,
  type RecordEntry,
  type RecordsPage,
} from "@mypacer/shared/federation/parsers/records.ts";
import {
  parseResults,
  type ResultEntry,
  type ResultsPage,
} from "@mypacer/shared/federation/parsers/results.ts";
import {
  parseRoster,
  type RosterEntry,
  type RosterPage,
} from "@mypacer/shared/federation/parsers/roster.ts";
import {
  parseSearch,
  type SearchEntry,
  type SearchPage,
} from "@mypacer/shared/federation/parsers/search.ts";
import {
  type CodedEntry,
  keysOf,
  markupValues,
  type UnknownValue,
  unknownValues,
  valuesOf,
} from "./seen_values.ts";

/** What was read of a page, and what is odd about it. */
export interface Reading {
  /** Entries read: clubs, athletes, records … */
  rows: number;
  /** Fields that no row has, though some row of every page of the kind had them. */
  missing: string[];
  /** Other fields that no row has, as happens. */
  absent: string[];
  unknown: UnknownValue[];
  /** What the parser reports about rows and fields, by its message. */
  problems: Record<string, number>;
  /** Rows that were left out. */
  skipped: number;
}

/** How pages of one kind are read and looked at. */
export interface PageReader<Page, Entry extends object> {
  /**
   * Says what shows that the site is in trouble, whatever page was asked for; null when nothing
   * does.
   */
  findTrouble(body: string, arrival?: ReceivedAnswer): string | null;
  /** @throws {PageShapeError} If it is no such page. */
  parse(body: string, arrival?: ReceivedAnswer): Page;
  entriesOf(page: Page): readonly Entry[];
  problemsOf(page: Page): readonly RowProblem[];
  /** Fields that some row of every such page has. */
  usual: readonly (keyof Entry & string)[];
  /** Races by a name of their own stand among the events. */
  freeTexts?: boolean;
  /** Whether titles of its columns were never captured, so that none of them is new. */
  anyColumns?: boolean;
  /** Whether it is an athlete's page, with labels at its top. */
  hasLabels?: boolean;
  isJson?: boolean;
  /** Whether its one entry is a person of a roster, of whom all is known. */
  isOnePerson?: boolean;
}

const problemsOf = (page: { problems: RowProblem[] }) => page.problems;

/** A profile, and nobody's. */
export interface ProfilePage {
  header: AthleteHeader | null;
}

/** Lets the compiler check a reader against its page. */
function reader<Page, Entry extends object>(reader: PageReader<Page, Entry>) {
  return reader;
}

/** How each kind of page is read. */
export const READERS = {
  clubs: reader<ClubListPage, ClubEntry>({
    findTrouble: findPageFault,
    parse: parseClubList,
    entriesOf: ({ clubs }) => clubs,
    problemsOf,
    usual: ["number", "name", "league", "department", "athletes"],
    anyColumns: true,
  }),
  roster: reader<RosterPage, RosterEntry>({
    findTrouble: findPageFault,
    parse: parseRoster,
    entriesOf: ({ athletes }) => athletes,
    problemsOf,
    usual: ["ffaId", "name", "category", "sex", "licenseNumber", "updated"],
  }),
  profile: reader<ProfilePage, AthleteHeader>({
    findTrouble: findPageFault,
    parse: (body, arrival) => ({ header: parseAthlete(body, arrival) }),
    entriesOf: ({ header }) => header === null ? [] : [header],
    problemsOf: () => [],
    usual: ["name", "club", "category", "sex", "nationality", "licenseNumber", "league"],
    isOnePerson: true,
    hasLabels: true,
  }),
  records: reader<RecordsPage, RecordEntry>({
    findTrouble: findPageFault,
    parse: parseRecords,
    entriesOf: ({ records }) => records,
    problemsOf,
    usual: ["event", "mark", "date", "category", "club", "league", "department", "place"],
    hasLabels: true,
  }),
  results: reader<ResultsPage, ResultEntry>({
    findTrouble: findFragmentFault,
    parse: (body, arrival) => parseResults(body, 2000, arrival),
    entriesOf: ({ results }) => results,
    problemsOf,
    usual: ["date", "event", "text", "town"],
    freeTexts: true,
  }),
  clubResults: reader<ClubResultsPage, ClubResult>({
    findTrouble: findPageFault,
    parse: parseClubResults,
    entriesOf: ({ results }) => results,
    problemsOf,
    usual: [
      "ffaId",
      "name",
      "event",
      "place",
      "mark",
      "round",
      "category",
      "sex",
      "birthYear",
      "points",
      "level",
      "date",
      "town",
    ],
    freeTexts: true,
  }),
  search: reader<SearchPage, SearchEntry>({
    findTrouble: findJsonFault,
    parse: (body) => parseSearch(body),
    entriesOf: ({ athletes }) => athletes,
    problemsOf,
    usual: ["ffaId", "name", "sex"],
    isJson: true,
  }),
};

/**
 * Reads a page, and looks for what it lacks and for what is new on it.
 *
 * @throws {PageShapeError} If it is no page of the kind.
 */
export function readPage<Page, Entry extends object>(
  body: string,
  reader: PageReader<Page, Entry>,
  arrival: ReceivedAnswer = {},
): { page: Page; reading: Reading } {
  const page = reader.parse(body, arrival);
  const entries = reader.entriesOf(page);
  const [first] = entries;
  const nulls = Object.keys(first ?? {}).filter((field) =>
    entries.every((entry) => (entry as Record<string, unknown>)[field] === null)
  );
  const usualFields = new Set<string>(reader.usual);
  const problems = reader.problemsOf(page);
  const markup = reader.isJson ? keysOf(body) : markupValues(body);
  const values = [
    ...entries.flatMap((entry) =>
      valuesOf(entry as CodedEntry, { freeTexts: reader.freeTexts ?? false })
    ),
    ...markup.filter(({ kind }) =>
      !(kind === "column" && reader.anyColumns) && !(kind === "label" && !reader.hasLabels)
    ),
  ];
  return {
    page,
    reading: {
      rows: entries.length,
      missing: nulls.filter((field) => usualFields.has(field)),
      absent: nulls.filter((field) => !usualFields.has(field)),
      unknown: unknownValues(values),
      problems: countBy(problems.map(({ message }) => message)),
      skipped: problems.filter(({ skipped }) => skipped).length,
    },
  };
}

function countBy(messages: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const message of messages) counts[message] = (counts[message] ?? 0) + 1;
  return counts;
}
