/** Why a model says nothing, in a few words. */
import type { NotValidReason } from "@mypacer/shared/domain/estimate.ts";
import type { Language } from "./language.ts";

/** The reasons, by language. */
export const MODEL_REASONS: Record<Language, Record<NotValidReason, string>> = {
  fr: {
    "effort-too-short": "effort trop court",
    "effort-too-long": "effort trop long",
    "too-few-records": "trop peu de résultats",
    "equal-distances": "une seule distance",
    "not-plausible": "chiffres invraisemblables",
    "index-out-of-range": "indice hors limites",
    "distance-out-of-range": "distance hors limites",
    "age-out-of-range": "âge hors limites",
    "no-figures": "pas de barème",
    "sex-unknown": "sexe inconnu",
    "age-unknown": "âge inconnu",
    minor: "mineur",
  },
  en: {
    "effort-too-short": "effort too short",
    "effort-too-long": "effort too long",
    "too-few-records": "too few results",
    "equal-distances": "a single distance",
    "not-plausible": "implausible figures",
    "index-out-of-range": "index out of range",
    "distance-out-of-range": "distance out of range",
    "age-out-of-range": "age out of range",
    "no-figures": "no table for it",
    "sex-unknown": "sex unknown",
    "age-unknown": "age unknown",
    minor: "under age",
  },
};

/** That a model is not valid here, before the reason. */
export const NOT_VALID: Record<Language, string> = { fr: "non valable ici", en: "not valid here" };
