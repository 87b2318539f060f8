import type { FederationUrls } from "@mypacer/shared/federation/urls.ts";

/** Who of MyPacer reads such pages: the crawl, the visitors' pages, or this check alone. */
export type Reader = "crawl" | "visitors" | "check";

/** One page that the check asks for. */
export interface Step {
  /** Stable name: of the kept file, in JSON and in logs. */
  name: string;
  /** As the table shows it. */
  title: string;
  reader: Reader;
  /** An address of the kind, with numbers that stand for any: what robots.txt is asked about. */
  example: (urls: FederationUrls) => URL;
}

/** Numbers of nobody: good for an address, not for asking. */
const ANY = { club: "000000", athlete: "0", season: 2026, event: "215" };

/** Every page the full check asks for, in order. */
export const STEPS = {
  clubs: {
    name: "club-list",
    title: "club list",
    reader: "crawl",
    example: (urls) => urls.clubList(ANY.season),
  },
  roster: {
    name: "roster",
    title: "roster",
    reader: "crawl",
    example: (urls) => urls.roster(ANY.club, ANY.season),
  },
  roster2: {
    name: "roster-page-2",
    title: "roster, page 2",
    reader: "crawl",
    example: (urls) => urls.roster(ANY.club, ANY.season, 2),
  },
  profile: {
    name: "profile",
    title: "profile",
    reader: "crawl",
    example: (urls) => urls.athlete(ANY.athlete),
  },
  records: {
    name: "records",
    title: "records",
    reader: "visitors",
    example: (urls) => urls.records(ANY.athlete),
  },
  results: {
    name: "results",
    title: "results of a year",
    reader: "visitors",
    example: (urls) => urls.results(ANY.athlete, ANY.season),
  },
  eventResults: {
    name: "event-results",
    title: "results in an event",
    reader: "visitors",
    example: (urls) => urls.eventResults(ANY.athlete, ANY.event),
  },
  clubResults: {
    name: "club-results",
    title: "club results",
    reader: "crawl",
    example: (urls) => urls.clubResults(ANY.club, ANY.season),
  },
  clubResults2: {
    name: "club-results-page-2",
    title: "club results, page 2",
    reader: "crawl",
    example: (urls) => urls.clubResults(ANY.club, ANY.season, 2),
  },
  surname: {
    name: "search-surname",
    title: "search by surname",
    reader: "visitors",
    example: (urls) => urls.search("abc"),
  },
  given: {
    name: "search-given-name",
    title: "search by given name",
    reader: "visitors",
    example: (urls) => urls.search("abc", "given"),
  },
  nobody: {
    name: "unknown-athlete",
    title: "unknown athlete",
    reader: "visitors",
    example: (urls) => urls.records(ANY.athlete),
  },
  emptyRoster: {
    name: "empty-roster",
    title: "empty roster",
    reader: "crawl",
    example: (urls) => urls.roster(ANY.club, ANY.season),
  },
  people: {
    name: "people",
    title: "list of people",
    reader: "check",
    example: (urls) => urls.people("abc"),
  },
} as const satisfies Record<string, Step>;
