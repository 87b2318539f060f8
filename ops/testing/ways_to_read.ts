/**
 * Every way by which somebody outside can read who is in the directory: of the API by the names of
 * its operations, of the site by its routes. A test compares them with what is served, so that a
 * new one is not forgotten here, nor its bound.
 */
import type { Asked } from "./running_nginx.ts";

/** A question to nginx. */
export interface Question {
  path: string;
  asked?: Asked;
}

/** What somebody who wants to read everybody knows already. */
export interface KnownPeople {
  /** Ids at the federation, and names: more than anybody outside knows. */
  persons: readonly { ffaId: string; name: string }[];
  clubs: readonly string[];
}

/** Questions one after the other, as long as there are any. */
export type Way = (known: KnownPeople) => Iterable<Question>;

const json = (body: unknown): Asked => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** One question for each athlete. */
const each = (path: (ffaId: string) => string, asked?: Asked): Way =>
  function* ({ persons }) {
    for (const { ffaId } of persons) yield { path: path(ffaId), ...asked && { asked } };
  };

/** One question for eight athletes, as many as a page shows. */
const eight = (path: (ffaIds: string) => string): Way =>
  function* ({ persons }) {
    for (let at = 0; at + 8 <= persons.length; at += 8) {
      const ids = persons.slice(at, at + 8).map(({ ffaId }) => ffaId);
      yield { path: path(ids.join(",")) };
    }
  };

/** Beginnings of surnames, the most common first, with the pages of each. */
const beginnings = (path: (start: string, page: number) => string, pages: number): Way =>
  function* ({ persons }) {
    const counts = new Map<string, number>();
    for (const { name } of persons) {
      const start = name.slice(0, 3);
      if (/^[A-Z]{3}$/.test(start)) counts.set(start, (counts.get(start) ?? 0) + 1);
    }
    const starts = [...counts].sort(([, a], [, b]) => b - a).map(([start]) => start);
    for (const start of starts) {
      for (let page = 0; page < pages; page++) yield { path: path(start, page) };
    }
  };

/** All pages of all clubs. */
const rosters = (path: (number: string, page: number) => string): Way =>
  function* ({ clubs }) {
    for (const number of clubs) {
      for (let page = 0; page < 8; page++) yield { path: path(number, page) };
    }
  };

const surnames: Way = function* ({ persons }) {
  for (const surname of new Set(persons.map(({ name }) => name.split(" ")[0] ?? ""))) {
    if (/^[A-Z]{4,}$/.test(surname)) yield { path: `/api/federation/athletes?q=${surname}` };
  }
};

/** Operations of the API whose answers name athletes. */
export const API_WAYS: Readonly<Record<string, Way>> = {
  getAthletes: beginnings(
    (start, page) => `/api/athletes?q=${start}&limit=100&offset=${page * 100}`,
    5,
  ),
  getAthlete: each((id) => `/api/athletes/${id}`),
  getAthleteRecords: each((id) => `/api/athletes/${id}/records`),
  renewAthleteRecords: each((id) => `/api/athletes/${id}/records`, json({})),
  getAthleteResults: each((id) => `/api/athletes/${id}/results?year=2025`),
  getAnalysis: each((id) => `/api/athletes/${id}/analysis`),
  getComparison: eight((ids) => `/api/compare?athletes=${ids}`),
  getFederationAthletes: surnames,
  postAthlete: function* ({ persons }) {
    for (const { ffaId } of persons) {
      yield { path: "/api/athletes", asked: json({ ffa_id: ffaId }) };
    }
  },
  getClubAthletes: rosters((number, page) =>
    `/api/clubs/${number}/athletes?limit=100&offset=${page * 100}`
  ),
  getLegacyAthletes: beginnings(
    (start, page) => `/api/get_athletes?name=${start}&limit=100&offset=${page * 100}`,
    5,
  ),
  getLegacyAthletesFromDb: beginnings(
    (start, page) => `/api/get_athletes_from_db?name=${start}&limit=100&offset=${page * 100}`,
    5,
  ),
};

/** Operations whose answers name nobody. */
export const API_NAMES_NOBODY: ReadonlySet<string> = new Set([
  // Times by distance, without whose they are.
  "getLegacyRecords",
  "getClubs",
  "getClub",
  "postRemovalRequest",
  "getPaceTable",
  "postPaceTable",
  "postGenerateTable",
  "getStatus",
  "getDatabaseStatus",
  "getHealth",
  "getReady",
  "getMetrics",
  "getOpenApi",
  "getDocs",
]);

/** Routes of the site that name athletes, by their files below `web/routes`. */
export const SITE_WAYS: Readonly<Record<string, Way>> = {
  "index.tsx": eight((ids) => `/?athletes=${ids}`),
  "en/index.tsx": eight((ids) => `/en?athletes=${ids}`),
  "tableau/csv.ts": eight((ids) => `/tableau/csv?athletes=${ids}`),
  "tableau/texte.ts": eight((ids) => `/tableau/texte?athletes=${ids}`),
  "en/table/csv.ts": eight((ids) => `/en/table/csv?athletes=${ids}`),
  "en/table/text.ts": eight((ids) => `/en/table/text?athletes=${ids}`),
  "recherche.tsx": beginnings((start, page) => `/recherche?q=${start}&p=${page + 1}`, 25),
  "en/search.tsx": beginnings((start, page) => `/en/search?q=${start}&p=${page + 1}`, 25),
  "athlete/[id].tsx": each((id) => `/athlete/${id}`),
  "en/athlete/[id].tsx": each((id) => `/en/athlete/${id}`),
  "club/[number].tsx": rosters((number, page) => `/club/${number}?season=all&p=${page + 1}`),
  "en/club/[number].tsx": rosters((number, page) => `/en/club/${number}?season=all&p=${page + 1}`),
  "comparer.tsx": eight((ids) => `/comparer?athletes=${ids}`),
  "en/compare.tsx": eight((ids) => `/en/compare?athletes=${ids}`),
  "piste.tsx": eight((ids) => `/piste?athletes=${ids}`),
  "en/track.tsx": eight((ids) => `/en/track?athletes=${ids}`),
  "course.tsx": eight((ids) => `/course?athletes=${ids}`),
  "en/race.tsx": eight((ids) => `/en/race?athletes=${ids}`),
};

/** Routes that name nobody of the directory, whatever they are asked. */
export const SITE_NAMES_NOBODY: ReadonlySet<string> = new Set([
  // Leads to the comparison.
  "compare.ts",
  // Records, of those of an address alone: the share of the directory counts them too.
  "athlete/[id]/apercu.ts",
  "en/athlete/[id]/preview.ts",
  "comparer/apercu.ts",
  "en/compare/preview.ts",
  "course/apercu.ts",
  "en/race/preview.ts",
  "tableau/apercu.ts",
  "en/table/preview.ts",
  "clubs.tsx",
  "en/clubs.tsx",
  "retrait.tsx",
  "en/removal.tsx",
  "mentions-legales.tsx",
  "en/legal.tsx",
  "conditions.tsx",
  "en/terms.tsx",
  "confidentialite.tsx",
  "en/privacy.tsx",
  "glossaire.tsx",
  "en/glossary.tsx",
  "outils.tsx",
  "en/tools.tsx",
  "planificateur.tsx",
  "planificateur/apercu.ts",
  "en/planner/preview.ts",
  "en/planner.tsx",
  "predictions.tsx",
  "en/predictor.tsx",
  "zones.tsx",
  "en/zones.tsx",
  "age.tsx",
  "en/age-grading.tsx",
  "groupe.tsx",
  "en/group.tsx",
  "modeles.tsx",
  "en/models.tsx",
  ".well-known/security.txt.ts",
  "robots.txt.ts",
  "sitemap.xml.ts",
  "_app.tsx",
  "_error.tsx",
]);
