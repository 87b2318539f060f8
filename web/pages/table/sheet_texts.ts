import type { Language } from "../../kit/language/language.ts";

const fr = {
  details: ": détails",
  close: "Fermer",
  all: "Tous ses records",
  surfaces: "Records affichés",
  columns: (some: number, all: number) => `Distances (${some} sur ${all})`,
  showAll: ", tout montrer",
};

const en: typeof fr = {
  details: ": details",
  close: "Close",
  all: "All PBs",
  surfaces: "PBs shown",
  columns: (some, all) => `Distances (${some} of ${all})`,
  showAll: ", show all",
};

/** Texts of the sheets of the chosen athletes. */
export const SHEET_TEXTS: Record<Language, typeof fr> = { fr, en };
