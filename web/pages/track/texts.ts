import type { Language } from "../../kit/language/language.ts";
import { french } from "../../kit/language/french_spaces.ts";

const fr = french({
  title: "Mode piste",
  description:
    "Le tableau d’allures en grand, noir sur blanc : trois distances au choix, lisibles à bout de bras, l’écran allumé, même sans réseau.",
  exit: "Tableau",
  exitLong: "Quitter le mode piste, retour au tableau",
  columns: "Distances",
  column: (place: number) => `Colonne ${place}`,
  apply: "Afficher",
  awake: "Écran allumé",
  awakeLong: "Garder l’écran allumé",
  refused: "L’appareil ne garde pas l’écran allumé : batterie faible ?",
  ready: "Prêt hors connexion",
  readyBut: "Prêt hors connexion, sans les records",
  readyButLong:
    "Cet appareil ne garde les records de personne : sans réseau, le tableau s’affiche sans eux.",
  marks: "Records",
  table: "Temps par distance",
  mark: (name: string) => `Record de ${name} :`,
});

const en: typeof fr = {
  title: "Track mode",
  description:
    "The pace table in large, black on white: three distances of your choice, readable at arm’s length, with the screen kept on, even without a network.",
  exit: "Table",
  exitLong: "Leave track mode, back to the table",
  columns: "Distances",
  column: (place) => `Column ${place}`,
  apply: "Update",
  awake: "Screen on",
  awakeLong: "Keep the screen on",
  refused: "The device does not keep the screen on: low battery?",
  ready: "Ready offline",
  readyBut: "Ready offline, without the PBs",
  readyButLong:
    "This device keeps nobody’s PBs: without a network, the table is shown without them.",
  marks: "PBs",
  table: "Times by distance",
  mark: (name) => `PB of ${name}:`,
};

/** Texts of the track mode. */
export const TRACK_TEXTS: Record<Language, typeof fr> = { fr, en };
