/** Addresses and forms of every page with fields, as people and programs send them. */
import fc from "fast-check";
import { LANGUAGES } from "../../web/kit/language/language.ts";
import { type PageName, PATHS, TABLE_FILES } from "../../web/kit/addresses/paths.ts";
import {
  athleteIds,
  counts,
  distanceLists,
  distances,
  names,
  oneOf,
  paces,
  percents,
  races,
  rawQueries,
  resultLists,
  runnerLists,
  sessions,
  speeds,
  times,
  type Typed,
  typed,
} from "./typed_values.ts";

/** What is sent to a page. */
export interface PageRequest {
  /** Path and query. */
  address: string;
  /** What a form sent; null for an address alone. */
  posted: string | null;
}

/**
 * A field: the texts it is filled with, and how often it comes at most, a text of its own each
 * time.
 */
interface Field {
  texts: Typed;
  most: number;
}

/** Fields by name. */
type Fields = Readonly<Record<string, Field>>;

/** A page with fields. */
export interface FuzzedPage {
  /** Where it is in each language; with an id behind it where there are many of the kind. */
  paths: readonly string[];
  ids?: Typed;
  /** What its address holds. */
  fields: Fields;
  /** What a form posts to it. */
  posted?: Fields;
}

const once = (...texts: [Typed, ...Typed[]]): Field => ({ texts: typed(...texts), most: 1 });
const often = (...texts: [Typed, ...Typed[]]): Field => ({ texts: typed(...texts), most: 10 });
const pathsOf = (page: PageName) => LANGUAGES.map((language) => PATHS[language][page]);

/**
 * Ids in a path: of the directory of the tests, and what is none, written as only a program would.
 */
const pathIds = (known: Typed): Typed =>
  fc.oneof(
    { weight: 12, arbitrary: known },
    {
      weight: 1,
      arbitrary: fc.constantFrom("%E0%A4%A", "%00", "..%2f1001", "0", "999999999999", "1001/", "x"),
    },
    { weight: 1, arbitrary: names.map(encodeURIComponent) },
  );

const TABLE: Fields = {
  by: once(oneOf("pace", "speed", "time")),
  over: once(distances),
  slow: once(paces, times),
  fast: once(paces, times),
  step: once(times, paces),
  cols: often(oneOf("400", "1000", "5000", "10000", "21097.5", "42195", "minor", "all"), distances),
  d: often(distanceLists),
  vma: once(speeds),
  mine: once(paces),
  records: often(oneOf("world-m", "world-f", "france-m", "france-f"), names),
  unit: once(oneOf("km", "mi")),
  n: once(oneOf("french", "english")),
  athletes: often(athleteIds),
  off: once(athleteIds),
  on: often(oneOf("track", "short-track", "road")),
  was: once(oneOf("pace", "speed", "time 42195")),
};
/** What other pages keep of the table that somebody comes from. */
const TABLE_KEPT: Fields = {
  slow: once(paces),
  athletes: once(athleteIds),
  d: once(distanceLists),
  mine: once(paces),
  records: once(oneOf("world-m", "france-f,world-f")),
};
const PEOPLE: Fields = {
  sex: once(oneOf("M", "F", "")),
  cat: once(oneOf("SE", "M0", "PO", "be")),
  p: once(counts),
};
const RACE: Fields = { d: once(distances), t: once(times) };
const RESULTS: Fields = {
  r: once(resultLists),
  d: often(distances),
  t: often(times),
  rows: once(counts),
  add: once(counts),
  without: once(counts),
  sex: once(oneOf("F", "M", "")),
  age: once(counts, oneOf("25", "40", "77")),
};
const SESSION: Fields = {
  s: once(sessions),
  order: once(oneOf("typed", "fastest")),
  groups: once(counts),
  boxes: once(oneOf("yes", "no")),
};
const REMOVAL: Fields = {
  kind: once(oneOf("removal", "correction", "objection")),
  athlete: once(names, athleteIds),
  name: once(names),
  club: once(names),
  email: once(oneOf("ana@example.org", "ana@", "é@exemple.fr", "a@b.c\r\nBcc: x@y.z")),
  message: once(names, sessions),
  ref: once(oneOf("7KQ2M-0X9TB", "7kq2m0x9tb", "XXXXX-XXXXX")),
};

/** Tools that the service worker draws as well as the server. */
export const DRAWN_TOOLS = {
  planner: {
    paths: pathsOf("planner"),
    fields: {
      ...RACE,
      every: once(oneOf("5km", "km", "mile", "lap")),
      effort: once(oneOf("even", "halves", "positive", "progressive", "profile")),
      p: once(percents),
      curve: often(oneOf("2,1,0,0,0,-1,-2", "0,0,0,0,0,0,0"), percents),
      view: once(oneOf("sheet", "band")),
      was: once(counts, distances),
    },
  },
  zones: {
    paths: pathsOf("zones"),
    fields: {
      ...RACE,
      by: once(oneOf("vma", "result", "half-cooper", "vameval", "cooper")),
      vma: once(speeds),
      m6: once(distances),
      m12: once(distances),
      stage: once(counts),
      held: once(counts),
      unit: once(oneOf("km", "mi")),
    },
  },
  age: {
    paths: pathsOf("age"),
    fields: {
      ...RACE,
      sex: once(oneOf("F", "M")),
      age: once(counts),
      on: once(oneOf("road", "track")),
    },
  },
  predictor: { paths: pathsOf("predictor"), fields: RESULTS },
  group: {
    paths: pathsOf("group"),
    fields: SESSION,
    posted: {
      ...SESSION,
      runners: once(runnerLists),
      title: once(names),
      date: once(oneOf("2026-12-01", "2026-02-30", "12/01/2026")),
    },
  },
} satisfies Record<string, FuzzedPage>;

/** The page of the models, which the server alone draws. */
export const MODELS: FuzzedPage = { paths: pathsOf("models"), fields: RESULTS };

/** Pages that ask the API, files of the table, and the form that is sent to the API. */
export const DIRECTORY_PAGES = {
  table: { paths: pathsOf("table"), fields: { ...TABLE, without: once(athleteIds) } },
  files: {
    paths: LANGUAGES.flatMap((language) => [TABLE_FILES[language].csv, TABLE_FILES[language].text]),
    fields: TABLE,
  },
  search: {
    paths: pathsOf("search"),
    fields: {
      q: once(names),
      club: once(names),
      since: once(counts, oneOf("2020", "2026")),
      at: once(oneOf("ffa", "")),
      to: once(oneOf("compare", "table")),
      ...PEOPLE,
      ...TABLE_KEPT,
    },
    posted: { q: once(names), add: once(athleteIds), ...TABLE_KEPT },
  },
  clubs: {
    paths: pathsOf("clubs"),
    fields: { q: once(names, counts), p: once(counts), ...TABLE_KEPT },
  },
  club: {
    paths: ["/club", "/en/club"],
    ids: pathIds(fc.constantFrom("033904", "069902", "075901", "999999")),
    fields: {
      season: once(oneOf("all", "last", "2020"), counts),
      q: once(names),
      letter: once(oneOf("m", "Z", "é", "ab")),
      ...PEOPLE,
      ...TABLE_KEPT,
    },
  },
  athlete: {
    paths: ["/athlete", "/en/athlete"],
    ids: pathIds(fc.integer({ min: 1001, max: 1010 }).map(String)),
    fields: {
      age: once(oneOf("1", "2", "3", "5", "10"), counts),
      year: once(oneOf("2026", "2024", "1999"), counts),
      ...TABLE_KEPT,
    },
  },
  comparison: {
    paths: pathsOf("compare"),
    fields: {
      athletes: often(athleteIds),
      age: once(oneOf("1", "5", "10")),
      by_age: once(oneOf("1", "0")),
      slow: once(paces),
    },
  },
  race: {
    paths: pathsOf("race"),
    fields: {
      athletes: often(athleteIds),
      distance: once(distances),
      predicted: once(oneOf("1", "0")),
      records: once(oneOf("world-m", "france-f,world-f")),
      slow: once(paces),
    },
  },
  track: { paths: pathsOf("track"), fields: { ...TABLE, c: often(distances), r: once(counts) } },
  removal: { paths: pathsOf("removal"), fields: REMOVAL, posted: REMOVAL },
} satisfies Record<string, FuzzedPage>;

/** Every page with fields. */
export const FUZZED_PAGES: readonly FuzzedPage[] = [
  ...Object.values(DRAWN_TOOLS),
  MODELS,
  ...Object.values(DIRECTORY_PAGES),
];

/** Parameters that no page has, or another one. */
const STRANGERS: Fields = {
  utm_source: once(names),
  toString: once(names),
  q: once(names),
  age: once(counts),
};

type Pairs = [name: string, value: string][];

function pairsOf(fields: Fields): fc.Arbitrary<Pairs> {
  const each = Object.entries(fields).map(([name, { texts, most }]) =>
    fc.oneof(
      { weight: 3, arbitrary: fc.constant<string[]>([]) },
      { weight: 6, arbitrary: texts.map((text) => [text]) },
      // Repeated where it belongs, and at times where it does not.
      { weight: most > 1 ? 6 : 1, arbitrary: fc.array(texts, { maxLength: Math.max(2, most) }) },
    ).map((values) => values.map((value): [string, string] => [name, value]))
  );
  return fc.tuple(...each).map((pairs) => pairs.flat());
}

const encoded = (pairs: Pairs) => String(new URLSearchParams(pairs));

/** Query strings of some fields, or now and then what is none. */
function queries(fields: Fields): Typed {
  const { d, t, ...others } = fields;
  const fitting: Typed[] = d === undefined || t === undefined ? [] : [
    fc.tuple(fc.array(races, { minLength: 1, maxLength: d.most }), pairsOf(others))
      .map(([races, pairs]) =>
        encoded([...races.flatMap(({ d, t }): Pairs => [["d", d], ["t", t]]), ...pairs])
      ),
  ];
  return fc.oneof(
    ...fitting.map((arbitrary) => ({ weight: 12, arbitrary })),
    { weight: 8, arbitrary: pairsOf(fields).map(encoded) },
    { weight: 2, arbitrary: pairsOf({ ...fields, ...STRANGERS }).map(encoded) },
    { weight: 1, arbitrary: rawQueries },
  );
}

/**
 * Longest address sent, characters: what is longer is refused by every server before anything reads
 * it.
 */
const LONGEST = 7000;

/**
 * Requests to a page: its address with any state, and where it takes a form that form, filled in.
 */
export function requestsTo({ paths, ids, fields, posted }: FuzzedPage): fc.Arbitrary<PageRequest> {
  const places = fc.tuple(fc.constantFrom(...paths), ids ?? fc.constant(null))
    .map(([path, id]) => id === null ? path : `${path}/${id}`);
  const addresses = fc.tuple(places, queries(fields)).map(([place, query]): PageRequest => ({
    address: `${place}?${query}`.slice(0, LONGEST),
    posted: null,
  }));
  if (posted === undefined) return addresses;
  const forms = fc.tuple(places, queries(posted))
    .map(([address, posted]): PageRequest => ({ address, posted }));
  return fc.oneof(addresses, forms);
}
