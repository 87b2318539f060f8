import type { AthleteRecord } from "@mypacer/shared/contract/record.ts";
import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import type { Language } from "../language/language.ts";

/** What names an event. */
export type NamedEvent = Pick<AthleteRecord, "discipline" | "event"> & {
  /** m; null for events without one. */
  distance: number | null;
};

/** Where a run took place, for the distances that are run elsewhere too. */
const SURFACES: Record<Language, { "short-track": string; road: string }> = {
  fr: { "short-track": "piste courte", road: "route" },
  en: { "short-track": "short track", road: "road" },
};
/** m: from the half marathon on, races are on the road unless something else is said. */
const ROAD_FROM = 21_000;

/** English words for those of the federation's labels, in the order in which they are replaced. */
const ENGLISH: readonly (readonly [french: RegExp, english: string])[] = [
  [/piste courte/i, "short track"],
  [/salle/i, "indoors"],
  [/triple saut/i, "triple jump"],
  [/hauteur/i, "high jump"],
  [/longueur/i, "long jump"],
  [/perche/i, "pole vault"],
  [/poids/i, "shot put"],
  [/disque/i, "discus"],
  [/marteau/i, "hammer"],
  [/javelot/i, "javelin"],
  [/balle/i, "ball throw"],
  [/haies/i, "hurdles"],
  [/steeple\b/i, "steeplechase"],
  [/marche/i, "walk"],
  [/route/i, "road"],
  [/relais/i, "relay"],
  [/décathlon/i, "decathlon"],
  [/heures/i, "hours"],
  [/heure/i, "hour"],
  [/masculin/i, "men"],
  [/féminin/i, "women"],
];

/**
 * Name of an event in a language: of a run its distance, and where it was run unless that is clear;
 * of others the federation's label, in English with its words translated.
 */
export function eventName({ discipline, event, distance }: NamedEvent, language: Language): string {
  if (distance !== null && (discipline === "track" || discipline in SURFACES[language])) {
    const name = distanceLabel(distance, language);
    const isClear = discipline === "track" || discipline === "road" && distance >= ROAD_FROM;
    return isClear ? name : `${name} ${SURFACES[language][discipline as "road"]}`;
  }
  if (language === "fr") return event;
  return ENGLISH.reduce((label, [french, english]) => label.replace(french, english), event);
}
