import type { Language } from "../../kit/language/language.ts";
import { french } from "../../kit/language/french_spaces.ts";

const fr = french({
  details: " : détails",
  me: "C’est moi",
  you: "vous",
  remembered:
    "Retenu dans ce navigateur seulement : un numéro, sans nom. Sur un appareil partagé, oubliez-le en partant.",
  forget: "Oublier mes athlètes",
  close: "Fermer",
  all: "Tous ses records",
  surfaces: "Records affichés",
  columns: (some: number, all: number) => `Distances (${some} sur ${all})`,
  showAll: ", tout montrer",
});

const en: typeof fr = {
  details: ": details",
  me: "That’s me",
  you: "you",
  remembered:
    "Kept in this browser only: a number, without a name. On a shared device, forget it when you leave.",
  forget: "Forget my athletes",
  close: "Close",
  all: "All PBs",
  surfaces: "PBs shown",
  columns: (some, all) => `Distances (${some} of ${all})`,
  showAll: ", show all",
};

/** Texts of the sheets of the chosen athletes. */
export const SHEET_TEXTS: Record<Language, typeof fr> = { fr, en };
