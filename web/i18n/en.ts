import {
  DISTANCE_LIMITS,
  MAX_ATHLETES,
  MAX_CUSTOM_DISTANCES,
  MAX_ROWS,
  PACE_LIMITS,
  VMA_LIMITS,
} from "../state/limits.ts";
import { englishCount as count } from "./count.ts";
import type { Texts } from "./fr.ts";

/** Suggestions of the domain, with the colon. */
const either = (suggestions: readonly string[]) =>
  suggestions.map((text) => text.replace("'", ":")).join(" or ");

/** Texts of the interface, in English. */
export const en: Texts = {
  notation: "english",
  siteName: "MyPacer",
  skip: "Skip to the table",
  skipToContent: "Skip to the content",
  otherLanguage: "Français",
  home: {
    title: "Running pace table and athletes’ records",
    titleOf: (names) => `${names} on the pace table`,
    titleFrom: (slow, fast) => `Pace table from ${slow} to ${fast}`,
    heading: "Pace table",
    lead:
      "From 100 m to the marathon, every pace and its time. Search an athlete to lay their records over it.",
    description:
      "A running pace table: pace, speed and time from 100 m to the marathon, share of VMA, distances of your own, and the records of French athletes laid over it.",
  },
  controls: {
    heading: "Table settings",
    rowsBy: "One row per",
    rows: { pace: "pace", speed: "speed", time: "goal time" },
    over: "Goal distance",
    slow: { pace: "Slowest", speed: "Slowest", time: "Slowest" },
    fast: { pace: "Fastest", speed: "Fastest", time: "Fastest" },
    boundUnit: { pace: "per km", speed: "km/h", time: "h, min, s" },
    step: "Step",
    stepUnit: { pace: "seconds", speed: "km/h", time: "min, s" },
    more: "VMA, unit, notation",
    vma: "Your VMA",
    vmaUnit: "km/h",
    vmaHelp: "Maximal aerobic speed: adds a % VMA column.",
    allColumns: "Show all",
    columnsShown: (n) => `Distances (${n})`,
    sets: { essential: "Essentials", track: "Track", road: "Road", usual: "All" },
    setsLabel: "Ready-made choices",
    groups: { track: "Track", both: "Track and road", road: "Road" },
    distances: "More distances",
    distancesHelp: "For example: 7 km; 3200 m",
    removeDistance: (distance) => `Remove ${distance}`,
    notation: "Notation",
    forget: "Forget my settings",
    forgotten: "Settings forgotten.",
    kept: "Your settings are kept in this browser only.",
    unit: "Paces and speeds per",
    kilometre: "kilometre",
    mile: "mile",
    apply: "Show",
    reset: "Back to the first table",
    wrong: (n) =>
      n === 1 ? "One setting was not understood." : `${n} settings were not understood.`,
    wrongHelp: "The table is made with the others.",
  },
  problems: {
    pace: (given) => `“${given}” is not a pace. Write for example 4:30, 4'30 or 15 km/h.`,
    "pace-ambiguous": (given, suggestions) =>
      `“${given}” can be read in two ways: write ${either(suggestions)}.`,
    "pace-seconds": (given) => `“${given}”: seconds go from 00 to 59.`,
    "pace-range": () =>
      `The pace must be between ${PACE_LIMITS.fastest / 60}:00 and ${
        PACE_LIMITS.slowest / 60
      }:00 per kilometre.`,
    order: () => "The slowest must be slower than the fastest: swap the two paces.",
    speed: (given) => `“${given}” is not a speed. Write for example 13.5 or 4:30/km.`,
    "speed-range": () =>
      `The speed must be between ${3600 / PACE_LIMITS.slowest} and ${
        3600 / PACE_LIMITS.fastest
      } km/h.`,
    time: (given) => `“${given}” is not a time. Write for example 3:30:00, 45:00 or 3h30.`,
    "time-ambiguous": (given, suggestions) =>
      `“${given}” can be read in two ways: write ${either(suggestions)}.`,
    "time-seconds": (given) => `“${given}”: minutes and seconds go from 00 to 59.`,
    "time-range": () =>
      `This is not the time of a pace between ${PACE_LIMITS.fastest / 60}:00 and ${
        PACE_LIMITS.slowest / 60
      }:00 per kilometre.`,
    "rows-by": (given) => `“${given}”: rows go by pace, by speed or by time.`,
    step: (given) => `“${given}” is not a step. Write a number of seconds, 0.5 to 600.`,
    "step-speed": (given) => `“${given}” is not a step. Write km/h, 0.1 to 10.`,
    "step-time": (given) =>
      `“${given}” is not a step. Write seconds or a duration: 30, 5:00, from 0.1 s to 2 h.`,
    columns: (given) => `“${given}” is not a distance of the list.`,
    notation: (given) => `“${given}” is not a notation: choose 4'30" or 4:30.`,
    surface: (given) => `“${given}”: records are of track, short track or road.`,
    rows: (given) =>
      `This step would give ${given} rows; the table shows ${MAX_ROWS} at most. Take a larger step.`,
    distance: (given) =>
      `“${given}” is not a distance. Write for example 400 m, 7 km or half, separated by “;”.`,
    "distance-ambiguous": (given, suggestions) =>
      `“${given}” can be read in two ways: write ${either(suggestions)}.`,
    "distance-range": (given) =>
      `“${given}” is out of bounds: ${DISTANCE_LIMITS.min} m to ${DISTANCE_LIMITS.max / 1000} km.`,
    "distances-many": (given) =>
      `${given} distances are too many: ${MAX_CUSTOM_DISTANCES} at most come on top of the official ones.`,
    vma: (given) =>
      `“${given}” is not a VMA. Write a speed from ${VMA_LIMITS.min} to ${VMA_LIMITS.max} km/h.`,
    unit: (given) => `“${given}” is not a unit: choose kilometre or mile.`,
    athlete: (given) => `“${given}” is not an athlete’s id: it is made of digits.`,
    "athletes-many": () =>
      `${MAX_ATHLETES} athletes at most at once: the first are shown, the others are not.`,
  },
  table: {
    caption: (slow, fast, rows) =>
      `Time by distance, from ${slow} to ${fast}: ${count(rows, "row", "rows")}`,
    goal: "Goal time",
    zone: "Zone",
    light: (what) => `Highlight ${what}`,
    pace: "Pace",
    speed: "Speed",
    vmaShare: "% VMA",
    vmaShareLong: "Share of the maximal aerobic speed, percent",
    perUnit: { km: "/km", mi: "/mi" },
    speedUnit: { km: "km/h", mi: "mph" },
    paceLong: { km: "Pace per kilometre", mi: "Pace per mile" },
    speedLong: { km: "Speed in kilometres per hour", mi: "Speed in miles per hour" },
  },
  share: {
    heading: "Share this table",
    link: "Copy the link",
    linkCopied: "Link copied.",
    text: "Copy as text",
    textCopied: "Table copied.",
    notCopied: "The browser did not let it be copied.",
    csv: "CSV file",
    print: "Print",
  },
  search: {
    label: "Search an athlete",
    placeholder: "Name",
    submit: "Search",
    results: "Athletes found",
    hint: "Typos, accents and word order do not matter; a birth year or a club tells people apart.",
    found: (n, more) => `${more ? "At least " : ""}${count(n, "athlete", "athletes")}`,
    navigate: "up and down arrows to choose",
    none: "No athlete of that name.",
    noneHelp: "Try the surname alone.",
    recent: "Athletes chosen recently",
    forgetRecent: "Forget these athletes",
    showAll: "Show all results",
    searchFurther: "Search further",
    searching: "Searching…",
    failed: "The search does not answer right now. Try again in a moment.",
    offline: "Offline: search needs a network.",
    chosen: "already shown",
    full: `${MAX_ATHLETES} athletes are shown, which is the most: remove one first.`,
    born: (_sex, year) => `born ${year}`,
    bornUnknown: "birth year unknown",
    noClub: "no club",
  },
  athletes: {
    heading: "Athletes shown",
    remove: (name) => `Remove ${name}`,
    profile: "Profile",
    profileOf: (name) => `Profile of ${name}`,
    compare: "Compare these athletes",
    hide: "Hide",
    hideOf: (name) => `Hide the records of ${name}`,
    show: "Show",
    showOf: (name) => `Show the records of ${name}`,
    refresh: "Refresh",
    refreshOf: (name) => `Refresh the records of ${name}`,
    surfaces: "Records shown",
    surface: { track: "track", "short-track": "short track (indoors)", road: "road" },
    filter: "Filter",
    added: (name, n) => `Added: ${name}, ${count(n, "record", "records")}.`,
    addedNoRecords: (name) => `Added: ${name}, records unavailable.`,
    removed: (name) => `Removed: ${name}.`,
    federation: "FFA page",
    federationOf: (name) => `FFA page of ${name}`,
    records: (n) => count(n, "record", "records"),
    noRecords: "no running record published",
    loading: "Reading the records…",
    readAt: (when) => `read ${when}`,
    stale: (when) =>
      `The federation’s site does not answer: records of ${when}, perhaps out of date.`,
    unavailable:
      "Records unavailable: the federation’s site does not answer. The athlete stays shown, try again later.",
    unreachable: "Records unavailable: the service does not answer. Try again in a moment.",
    offline: "Records unavailable offline: try again when the network is back.",
    unknown: "This athlete is not, or no longer, in the index.",
    retry: "Try again",
    unnamed: (id) => `Athlete no. ${id}`,
  },
  records: {
    of: (name) => `Record of ${name}`,
    mark: "Record",
    event: "Event",
    date: "Date",
    place: "Place",
    wind: (wind) => `wind ${wind} m/s`,
    handTimed: "hand timed",
    chip: (time) => `chip time ${time}`,
    age: (years, months) =>
      years === 0
        ? months === 0 ? "this month" : `${count(months, "month", "months")} ago`
        : `${count(years, "year", "years")} ago`,
    undated: "no date published",
    notBest: "another record is better at this distance",
    slower: "slower than the table",
    faster: "faster than the table",
    noColumn: "distance not in the table",
    outside: "Records outside the table",
    why: "Why",
    addColumn: (distance) => `Add the column ${distance}`,
    widen: "Widen the paces",
    athlete: "Athlete",
  },
};
