/** Short reasons why a model gives no figure or an extrapolated one. */
import type { NotValidReason } from "@mypacer/shared/domain/measure/estimate.ts";
import type { Language } from "../language/language.ts";
import { french } from "../language/french_spaces.ts";

/** The reasons, by language. */
export const MODEL_REASONS: Record<Language, Record<NotValidReason, string>> = {
  fr: french({
    "effort-too-short": "effort trop court",
    "effort-too-long": "effort trop long",
    "too-few-records": "trop peu de résultats",
    "equal-distances": "une seule distance",
    "close-distances": "distances trop proches",
    contradictory: "résultats contradictoires",
    "not-plausible": "chiffres invraisemblables",
    "faster-than-any": "plus rapide que le record du monde",
    "slower-than-any": "plus lent qu’une promenade",
    "index-out-of-range": "indice hors limites",
    "distance-out-of-range": "distance hors limites",
    "age-out-of-range": "âge hors limites",
    "no-figures": "pas de barème",
    "sex-unknown": "sexe inconnu",
    "age-unknown": "âge inconnu",
    minor: "mineur",
  }),
  en: {
    "effort-too-short": "effort too short",
    "effort-too-long": "effort too long",
    "too-few-records": "too few results",
    "equal-distances": "a single distance",
    "close-distances": "distances too close together",
    contradictory: "results contradict each other",
    "not-plausible": "implausible figures",
    "faster-than-any": "faster than the world record",
    "slower-than-any": "slower than a stroll",
    "index-out-of-range": "index out of range",
    "distance-out-of-range": "distance out of range",
    "age-out-of-range": "age out of range",
    "no-figures": "no table for it",
    "sex-unknown": "sex unknown",
    "age-unknown": "age unknown",
    minor: "under age",
  },
};

/** Words before the reason why a model is not valid. */
export const NOT_VALID: Record<Language, string> = { fr: "non valable ici", en: "not valid here" };

/** Words before the reason why a figure is extrapolated. */
export const EXTENDED: Record<Language, string> = { fr: "prolongé", en: "extended" };
