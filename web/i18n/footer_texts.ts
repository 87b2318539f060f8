import type { Language, PageName } from "./language.ts";

/** What the links at the foot of every page say, in their order, beside those of the interface's texts. */
export const FOOTER_LINKS: Record<Language, readonly (readonly [page: PageName, text: string])[]> =
  {
    fr: [
      ["clubs", "Clubs"],
      ["legal", "Mentions légales"],
      ["terms", "Conditions"],
      ["privacy", "Confidentialité"],
      ["removal", "Retrait ou correction"],
    ],
    en: [
      ["clubs", "Clubs"],
      ["legal", "Legal notice"],
      ["terms", "Terms"],
      ["privacy", "Privacy"],
      ["removal", "Removal or correction"],
    ],
  };
