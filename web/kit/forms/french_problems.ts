/** What is wrong with a field, in French. */
import { MAX_ATHLETES, MAX_CUSTOM_DISTANCES, MAX_ROWS } from "./limits.ts";
import type { ProblemTexts } from "./problem_text.ts";
import { french } from "../language/french_spaces.ts";

/** One text a problem, for every page. */
export const frenchProblems: ProblemTexts = french({
  or: " ou ",
  and: " et ",
  readAs: (typed, as) => `« ${typed} » a été lu ${as}.`,
  problems: {
    time: ({ typed, either }) =>
      `« ${typed} » n’est pas un temps. Écrivez par exemple ${either || "3h30, 45'00 ou 1:45:00"}.`,
    pace: ({ typed }) =>
      `« ${typed} » n’est pas une allure. Écrivez par exemple 4'30, 4:30 ou 15 km/h.`,
    speed: ({ typed }) =>
      `« ${typed} » n’est pas une vitesse. Écrivez par exemple 13,5 ou 4'30/km.`,
    distance: ({ typed }) =>
      `« ${typed} » n’est pas une distance. Écrivez par exemple 10 km, 1\u202f500 m, semi ou marathon.`,
    vma: ({ typed, least, most }) =>
      `« ${typed} » n’est pas une VMA. Écrivez une vitesse de ${least} à ${most} km/h.`,
    percent: ({ typed, least, most }) =>
      `« ${typed} » n’est pas un écart. Écrivez un pourcentage de ${least} à ${most}.`,
    age: ({ typed, least, most }) =>
      `« ${typed} » n’est pas un âge. Écrivez un nombre d’années de ${least} à ${most}.`,
    step: ({ typed }) =>
      `« ${typed} » n’est pas un écart entre lignes : indiquez un écart en secondes, de 0,5 à 600.`,
    "step-speed": ({ typed, least, most }) =>
      `« ${typed} » n’est pas un écart entre lignes : indiquez une vitesse, de ${least} à ${most}.`,
    "step-time": ({ typed }) =>
      `« ${typed} » n’est pas un écart entre lignes : indiquez des secondes ou une durée : 30, 5'00, de 0,1 s à 2 h.`,
    athlete: ({ typed }) =>
      `« ${typed} » n’est pas un identifiant d’athlète : il est fait de chiffres.`,
    choice: ({ typed }) => `« ${typed} » n’est pas un choix de la liste.`,
    ambiguous: ({ typed, either, choices }) =>
      choices > 1
        ? `« ${typed} » peut se lire de ${
          choices > 2 ? "plusieurs" : "deux"
        } façons : écrivez ${either}.`
        : `« ${typed} » n’est pas clair : écrivez ${either || "son unité"}.`,
    overflow: ({ typed }) => `« ${typed} » : minutes et secondes vont de 00 à 59.`,
    "pace-overflow": ({ typed }) => `« ${typed} » : les secondes vont de 00 à 59.`,
    range: ({ typed, as, least, most, either }) =>
      `« ${typed} »${as && `, lu ${as},`} est hors limites : de ${least} à ${most}.${
        either && ` Écrivez plutôt ${either}.`
      }`,
    "pace-range": ({ least, most }) => `L’allure doit être entre ${least} et ${most}.`,
    "time-pace": ({ typed, least, most }) =>
      `« ${typed} » sur cette distance n’est pas une allure entre ${least} et ${most}.`,
    order: () =>
      "La plus lente doit être plus lente que la plus rapide : inversez les deux allures.",
    "time-missing": () => "Indiquez le temps : 45'00, 1h35, 3h30'00…",
    "distance-missing": () => "Indiquez la distance : 10 km, semi, marathon…",
    "vma-missing": () => "Indiquez la VMA, en km/h : 15, 16,5…",
    rows: ({ typed }) =>
      `Cet écart donnerait ${typed} lignes ; le tableau en montre ${MAX_ROWS} au plus. Prenez un écart plus grand.`,
    "distances-many": ({ typed }) =>
      `${typed} distances, c’est trop : ${MAX_CUSTOM_DISTANCES} au plus s’ajoutent aux officielles.`,
    "athletes-many": () =>
      `${MAX_ATHLETES} athlètes au plus à la fois : les premiers sont affichés, les autres ne le sont pas.`,
    "results-many": ({ typed }) =>
      `${typed} résultats, c’est trop : les premiers sont lus, les autres non.`,
  },
});
