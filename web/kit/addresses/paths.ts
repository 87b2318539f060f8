import type { Language } from "../language/language.ts";

/** Pages that exist in both languages. */
export type PageName =
  | "home"
  | "search"
  | "compare"
  | "clubs"
  | "legal"
  | "terms"
  | "privacy"
  | "removal"
  | ToolName;

/** Tools beside the table, in the order they are listed. */
export const TOOLS = ["planner", "predictor", "zones", "group", "models"] as const;
/** Pages of the tools: their list, and each of them. */
export type ToolName = "tools" | typeof TOOLS[number];

/** Path of each page, by language. */
export const PATHS: Record<Language, Record<PageName, string>> = {
  fr: {
    home: "/",
    search: "/recherche",
    compare: "/comparer",
    clubs: "/clubs",
    legal: "/mentions-legales",
    terms: "/conditions",
    privacy: "/confidentialite",
    removal: "/retrait",
    tools: "/outils",
    planner: "/planificateur",
    predictor: "/predictions",
    zones: "/zones",
    group: "/groupe",
    models: "/modeles",
  },
  en: {
    home: "/en",
    search: "/en/search",
    compare: "/en/compare",
    clubs: "/en/clubs",
    legal: "/en/legal",
    terms: "/en/terms",
    privacy: "/en/privacy",
    removal: "/en/removal",
    tools: "/en/tools",
    planner: "/en/planner",
    predictor: "/en/predictor",
    zones: "/en/zones",
    group: "/en/group",
    models: "/en/models",
  },
};

/** Paths of the table as a file, by language. */
export const TABLE_FILES: Record<Language, Record<"csv" | "text" | "picture", string>> = {
  fr: { csv: "/tableau/csv", text: "/tableau/texte", picture: "/tableau/apercu" },
  en: { csv: "/en/table/csv", text: "/en/table/text", picture: "/en/table/preview" },
};

/** Pages that search engines may keep: they name nobody. The others say `noindex`, in any state. */
export const INDEXED_PAGES: readonly PageName[] = [
  "home",
  "clubs",
  "legal",
  "terms",
  "privacy",
  "removal",
  "tools",
  ...TOOLS,
];
