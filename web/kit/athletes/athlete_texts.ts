import type { Discipline } from "@mypacer/shared/domain/results/discipline.ts";
import type { Language } from "../language/language.ts";
import { french } from "../language/french_spaces.ts";

/** Texts of the pages of athletes, in French. */
const fr = french({
  back: "Retour au tableau",
  maxAge: "Records pris en compte",
  anyAge: "tous",
  years: (n: number) => n === 1 ? "1 an" : `${n} ans`,
  apply: "Appliquer",
  byAgeValue: (time: string) => `${time} à âge corrigé`,
  curve: "Allure selon la distance",
  curveHelp:
    "Chaque point est un record, l’allure vers le haut est plus rapide ; le trait est la courbe personnelle, la bande son intervalle à 90 %.",
  legend: { track: "piste", "short-track": "piste courte", road: "route" },
  distanceAxis: "Distance",
  paceAxis: "Allure par kilomètre",
  distance: "Distance",
  disciplines: {
    track: "Piste",
    "short-track": "Piste courte (salle)",
    road: "Route",
    hurdles: "Haies et steeple",
    walk: "Marche",
    relay: "Relais",
    field: "Concours",
    combined: "Épreuves combinées",
    cross: "Cross",
    trail: "Trail et nature",
    other: "Autres",
  } satisfies Record<Discipline, string>,
});

/** Texts of these pages: the same keys in every language. */
export type AthleteTexts = typeof fr;

const en: AthleteTexts = {
  back: "Back to the table",
  maxAge: "PBs used",
  anyAge: "all",
  years: (n) => n === 1 ? "1 year" : `${n} years`,
  apply: "Apply",
  byAgeValue: (time) => `${time} age graded`,
  curve: "Pace by distance",
  curveHelp:
    "Each point is a PB, higher is faster; the line is the personal curve, the band its 90 % interval.",
  legend: { track: "track", "short-track": "short track", road: "road" },
  distanceAxis: "Distance",
  paceAxis: "Pace per kilometre",
  distance: "Distance",
  disciplines: {
    track: "Track",
    "short-track": "Short track (indoors)",
    road: "Road",
    hurdles: "Hurdles and steeplechase",
    walk: "Race walking",
    relay: "Relays",
    field: "Field events",
    combined: "Combined events",
    cross: "Cross country",
    trail: "Trail",
    other: "Others",
  },
};

/** Texts of the pages of athletes in a language. */
export function athleteTexts(language: Language): AthleteTexts {
  return language === "fr" ? fr : en;
}
