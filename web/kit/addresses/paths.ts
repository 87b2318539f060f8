import type { Language } from "../language/language.ts";

/**
 * Path of a page in each language, and whether search engines may index it, which requires that it
 * names nobody.
 */
type Address = Record<Language, string> & { indexed: boolean };

/** Pages that exist in both languages, in the order that the sitemap has them. */
const PAGES = {
  table: { fr: "/", en: "/en", indexed: true },
  search: { fr: "/recherche", en: "/en/search", indexed: false },
  compare: { fr: "/comparer", en: "/en/compare", indexed: false },
  track: { fr: "/piste", en: "/en/track", indexed: true },
  race: { fr: "/course", en: "/en/race", indexed: false },
  clubs: { fr: "/clubs", en: "/en/clubs", indexed: true },
  legal: { fr: "/mentions-legales", en: "/en/legal", indexed: true },
  terms: { fr: "/conditions", en: "/en/terms", indexed: true },
  privacy: { fr: "/confidentialite", en: "/en/privacy", indexed: true },
  removal: { fr: "/retrait", en: "/en/removal", indexed: true },
  glossary: { fr: "/glossaire", en: "/en/glossary", indexed: true },
  tools: { fr: "/outils", en: "/en/tools", indexed: true },
  planner: { fr: "/planificateur", en: "/en/planner", indexed: true },
  predictor: { fr: "/predictions", en: "/en/predictor", indexed: true },
  zones: { fr: "/zones", en: "/en/zones", indexed: true },
  age: { fr: "/age", en: "/en/age-grading", indexed: true },
  group: { fr: "/groupe", en: "/en/group", indexed: true },
  models: { fr: "/modeles", en: "/en/models", indexed: true },
} as const satisfies Record<string, Address>;

/** A page that exists in both languages. */
export type PageName = keyof typeof PAGES;

const NAMES = Object.keys(PAGES) as PageName[];

/** Tools beside the table, in the order they are listed. */
export const TOOLS = ["planner", "predictor", "zones", "age", "group", "models"] as const;
/** Pages of the tools: their list, and each of them. */
export type ToolName = "tools" | typeof TOOLS[number];

function pathsIn(language: Language): Record<PageName, string> {
  const paths = NAMES.map((name) => [name, PAGES[name][language]]);
  return Object.fromEntries(paths) as Record<PageName, string>;
}

/** Path of each page, by language. */
export const PATHS: Record<Language, Record<PageName, string>> = {
  fr: pathsIn("fr"),
  en: pathsIn("en"),
};

/** Paths of the table as a file, by language. */
export const TABLE_FILES: Record<Language, Record<"csv" | "text" | "picture", string>> = {
  fr: { csv: "/tableau/csv", text: "/tableau/texte", picture: "/tableau/apercu" },
  en: { csv: "/en/table/csv", text: "/en/table/text", picture: "/en/table/preview" },
};

/** Last part of the path of a page's picture, for sites that show links to it. */
const PICTURE: Record<Language, string> = { fr: "/apercu", en: "/preview" };

/** Path of the picture of a page, given the page's own. */
export function picturePath(language: Language, path: string): string {
  return path + PICTURE[language];
}

/** Paths of the manifest, by which browsers install the site. */
export const MANIFESTS: Record<Language, string> = {
  fr: "/manifest.webmanifest",
  en: "/en/manifest.webmanifest",
};

/** Pages that search engines may index: they name nobody. The others are `noindex` in any state. */
export const INDEXED_PAGES: readonly PageName[] = NAMES.filter((name) => PAGES[name].indexed);
