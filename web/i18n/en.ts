import {
  DISTANCE_LIMITS,
  MAX_ATHLETES,
  MAX_CUSTOM_DISTANCES,
  MAX_ROWS,
  PACE_LIMITS,
  STEP_LIMITS,
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
    heading: "Pace table",
    lead:
      "From 100 m to the marathon, every pace and its time. Search an athlete to lay their records over it.",
    description:
      "A running pace table: pace, speed and time from 100 m to the marathon, share of VMA, distances of your own, and the records of French athletes laid over it.",
  },
  controls: {
    heading: "Table settings",
    slow: "Slowest",
    fast: "Fastest",
    perKm: "per km",
    paceHelp: "Pace per kilometre: 4:30, 4'30 or 15 km/h.",
    step: "Step",
    stepUnit: "seconds",
    more: "VMA, distances, unit",
    vma: "Your VMA",
    vmaUnit: "km/h",
    vmaHelp: "Maximal aerobic speed: adds a % VMA column.",
    distances: "More distances",
    distancesHelp: "For example: 7 km; 3200 m",
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
    step: (given) =>
      `“${given}” is not a step. Write a number of seconds, 0.5 to ${STEP_LIMITS.max}.`,
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
      `Time by distance, from ${slow} to ${fast}: ${count(rows, "pace", "paces")}`,
    pace: "Pace",
    speed: "Speed",
    vmaShare: "% VMA",
    vmaShareLong: "Share of the maximal aerobic speed, percent",
    perUnit: { km: "/km", mi: "/mi" },
    speedUnit: { km: "km/h", mi: "mph" },
    paceLong: { km: "Pace per kilometre", mi: "Pace per mile" },
    speedLong: { km: "Speed in kilometres per hour", mi: "Speed in miles per hour" },
  },
  search: {
    label: "Search an athlete",
    placeholder: "Name",
    submit: "Search",
    title: "Athlete search",
    heading: "Athlete search",
    results: "Athletes found",
    resultsFor: (query) => `Athletes for “${query}”`,
    hint: "Typos, accents and word order do not matter; the birth year helps to tell people apart.",
    found: (n, more) => `${more ? "At least " : ""}${count(n, "athlete", "athletes")}`,
    navigate: "up and down arrows to choose",
    none: "No athlete of that name.",
    noneHelp: "Try the surname alone.",
    searching: "Searching…",
    tooShort: "Type at least two letters.",
    tooLong: "That is too long: 80 characters at most.",
    failed: "The search does not answer right now. Try again in a moment.",
    add: "Show their records",
    chosen: "already shown",
    full: `${MAX_ATHLETES} athletes are shown, which is the most: remove one first.`,
    born: (_sex, year) => `born ${year}`,
    bornUnknown: "birth year unknown",
    noClub: "no club",
    more: "More athletes",
    back: "Back to the table",
  },
  athletes: {
    heading: "Athletes shown",
    remove: (name) => `Remove ${name}`,
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
  footer: {
    index: (athletes, clubs) => `${athletes} athletes, ${clubs} clubs in the index`,
    updated: (when) => `updated ${when}`,
    simulated:
      "Demonstration: the federation is simulated here, athletes and their records are invented.",
    independent: "Independent site, not affiliated with the French athletics federation.",
    legal: "Legal notice",
    privacy: "Privacy",
    api: "API",
  },
  errors: {
    notFoundTitle: "Page not found",
    notFound: "This page does not exist, or no longer.",
    methodTitle: "Request refused",
    method: "This page is not asked for in this way.",
    failedTitle: "Something went wrong",
    failed: "The page could not be made. The incident is noted; try again in a moment.",
    home: "Go to the pace table",
  },
};
