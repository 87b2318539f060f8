/**
 * Texts of the table as a file: only the server writes it, so they stay out of the page's scripts.
 */
import type { Missing } from "../../kit/athletes/shown_athlete.ts";
import type { Language } from "../../kit/language/language.ts";

/** Texts of a file of the table, besides those of the page. */
export interface TableFileTexts {
  /** Heads of the columns of records and their athletes. */
  letter: string;
  athlete: string;
  event: string;
  distance: string;
  mark: string;
  date: string;
  place: string;
  notes: string;
  /** Why the records of an athlete are missing, as far as the server can see. */
  missing: Record<Exclude<Missing, "offline">, string>;
  /** An athlete has records, but none on the chosen surfaces. */
  noneShown: string;
}

const fr: TableFileTexts = {
  letter: "Lettre",
  athlete: "Athlète",
  event: "Épreuve",
  distance: "Distance (m)",
  mark: "Record",
  date: "Date",
  place: "Lieu",
  notes: "Remarques",
  missing: {
    loading: "records manquants, la fédération les donne encore : redemandez ce fichier",
    unavailable: "records manquants : le site de la fédération ne répond pas",
    changed: "records manquants : le site de la fédération a changé et n’est pas encore compris",
    unreachable: "records manquants : le service ne répond pas",
    limited: "records non lus : trop d’athlètes consultés depuis votre réseau",
    gone: "records manquants : la fédération n’a pas, ou plus, de page pour cet athlète",
    unknown: "athlète absent de l’annuaire",
  },
  noneShown: "aucun record de ces surfaces",
};

const en: TableFileTexts = {
  letter: "Letter",
  athlete: "Athlete",
  event: "Event",
  distance: "Distance (m)",
  mark: "PB",
  date: "Date",
  place: "Place",
  notes: "Notes",
  missing: {
    loading: "PBs missing, still being read from the federation’s site: ask for this file again",
    unavailable: "PBs missing: the federation’s site does not answer",
    changed: "PBs missing: the federation’s site has changed and is not understood yet",
    unreachable: "PBs missing: the service does not answer",
    limited: "PBs not read: too many athletes looked up from your network",
    gone: "PBs missing: the federation has no page of this athlete, or no longer",
    unknown: "athlete not in the index",
  },
  noneShown: "no PB of these surfaces",
};

/** The texts of a language. */
export function tableFileTexts(language: Language): TableFileTexts {
  return language === "fr" ? fr : en;
}
