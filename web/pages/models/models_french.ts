import { decimalText } from "@mypacer/shared/domain/measure/write_input.ts";
import { FADING_EXPONENT, RIEGEL_EXPONENT } from "@mypacer/shared/domain/models/riegel.ts";
import { ASSUMED_ENDURANCE } from "@mypacer/shared/domain/models/vma_of_result.ts";
import { VMA_MINUTES } from "@mypacer/shared/domain/models/vma.ts";
import type { ModelsTexts } from "./explained.ts";
import { french } from "../../kit/language/french_spaces.ts";

const decimal = (value: number) => decimalText(String(value), "fr").replace("-", "−");

/** The models explained, in French. */
export const MODELS_FRENCH: ModelsTexts = french({
  heading: "Les modèles expliqués",
  lead: "Chaque calcul du site : sa formule, sa source, ses limites, et ce qu’il donne pour vous.",
  description:
    "Les modèles de prédiction en course à pied expliqués : Riegel, Daniels–Gilbert, Cameron, Péronnet–Thibault, vitesse critique, VMA, indice d’endurance, âge corrigé, points World Athletics.",
  yours: "Vos chiffres",
  yoursHelp: "Les exemples de la page sont calculés avec eux.",
  contents: "Sur cette page",
  formula: "Formule",
  source: "Source",
  validity: "Limites",
  example: "Pour vous",
  models: {
    mypacer: {
      name: "MyPacer",
      says:
        "Notre modèle, établi sur les courses de vrais coureurs : le temps que la moitié d’entre eux ont battu, et la fourchette où neuf sur dix ont fini. Un résultat lui suffit, plusieurs le rendent plus sûr, et il tient compte du sexe et de l’âge quand il les connaît.",
      formulas: [
        "ln(T / 40 min) = z + m(D) + l(D) · z + f(D) pour une femme + a(D) par dix ans",
        "z : le niveau que dit un résultat ; m, l, f, a : droites par morceaux en ln D",
      ],
      source:
        "Régression quantile (novembre 2026) sur 2\u202f980 courses de licenciés français et les deux résultats de chacun dans les six mois d’avant : une moitié du jeu public maciejkar/running_prediction_master_thesis.",
      validity:
        "88 % d’hommes, marathon médian en 3h08 : plus rapides que la foule des marathons. Établi du 5 km au marathon, sur semi et marathon ; prolongé ailleurs, avec une fourchette plus large.",
    },
    riegel: {
      name: "Riegel",
      says: "Le temps croît un peu plus vite que la distance, toujours du même exposant.",
      formulas: [`T_{2} = T_{1} · (D_{2} / D_{1})^{${decimal(RIEGEL_EXPONENT)}}`],
      source:
        "P. S. Riegel, Athletic Records and Human Endurance, American Scientist 69(3), 1981. Marathon : A. J. Vickers et E. A. Vertosick, BMC Sports Science, Medicine and Rehabilitation 8, 2016.",
      validity:
        `Efforts de 3 min 30 à 3 h 50, prolongé au-delà. Après le semi, la moitié des amateurs finissent au moins 10 min plus tard : une seconde valeur y compte l’exposant ${
          decimal(FADING_EXPONENT)
        }.`,
    },
    "personal-curve": {
      name: "Courbe personnelle",
      says: "La même loi, avec votre exposant : la droite qui passe au plus près de vos résultats.",
      formulas: ["ln T = ln a + k · ln D"],
      source:
        "Moindres carrés sur la loi de Riegel ; H. Vandewalle (2018) trouve les lois de puissance meilleures que les hyperboles pour extrapoler.",
      validity:
        "Au moins deux résultats, dont les distances sont dans un rapport d’au moins 1,4 ; de deux essais sur une distance, le meilleur compte. Prolongée hors de 3 min 30 à 3 h 50. Exposant habituel : de 1,03 à 1,15 ; sous 1 et au-dessus de 1,4, aucun chiffre.",
    },
    "daniels-gilbert": {
      name: "Indice Daniels–Gilbert",
      says:
        "Une course dit combien d’oxygène vous pouvez utiliser ; le même indice donne les temps des autres distances.",
      formulas: [
        "coût = −4,60 + 0,182258 · v + 0,000104 · v^{2}",
        "part = 0,8 + 0,1894393 · e^{−0,012778 · t} + 0,2989558 · e^{−0,1932605 · t}",
        "indice = coût / part, v en m/min, t en min",
      ],
      source: "J. Daniels et J. Gilbert, Oxygen Power, 1979. La formule, non la table arrondie.",
      validity:
        "Courses de 3 min 30 à 4 h, indices de 20 à 86 (un marathon en 2h00'35\" vaut 85,5), prolongé au-delà.",
    },
    cameron: {
      name: "Cameron",
      says: "Une régression sur les meilleures performances mondiales par distance.",
      formulas: [
        "T_{2} = T_{1} · D_{2} / D_{1} · f(D_{1}) / f(D_{2})",
        "f(d) = 13,49681 − 0,000030363 · d + 835,7114 / d^{0,7905}",
      ],
      source: "D. F. Cameron, publiée sur des pages de course à pied depuis 1998.",
      validity: "Du mile au marathon, prolongé au-delà ; aucun article n’en donne les limites.",
    },
    "peronnet-thibault": {
      name: "VMA et indice d’endurance (Péronnet–Thibault)",
      says:
        `La vitesse tenue baisse avec le logarithme de la durée ; la VMA est celle tenue ${VMA_MINUTES} min.`,
      formulas: [`v(t) = VMA · (1 + IE / 100 · ln(t / ${VMA_MINUTES})), t en min`],
      source:
        "F. Péronnet et G. Thibault, Revue de médecine du sport, 1987, et Journal of Applied Physiology 67(1), 1989. Certaines pages prennent 6 min et trouvent d’autres chiffres.",
      validity:
        "Efforts de plus de 7 min et d’au plus 5 h, prolongé au-delà. D’un seul résultat, avec l’endurance moyenne. Indice d’endurance de −2 (excellent) à −12 (très faible) ; ailleurs, aucun chiffre.",
    },
    "vma-of-result": {
      name: "VMA d’un seul résultat",
      says: "Le même modèle, avec l’endurance d’un coureur moyen, faute de second résultat.",
      formulas: [
        `VMA = v / (1 + IE / 100 · ln(t / ${VMA_MINUTES})), IE = ${
          decimal(ASSUMED_ENDURANCE.usual)
        }`,
      ],
      source:
        "Péronnet et Thibault, comme ci-dessus. L’indice supposé est le milieu de leur échelle : un choix de MyPacer.",
      validity:
        `Un effort de plus de 7 min et d’au plus 5 h, prolongé au-delà. La fourchette va de IE ${
          decimal(ASSUMED_ENDURANCE.strong)
        } à ${decimal(ASSUMED_ENDURANCE.weak)}.`,
    },
    "field-tests": {
      name: "Tests de terrain",
      says:
        "Le demi-Cooper (6 min) et le VAMEVAL (paliers d’une minute) donnent la VMA ; le Cooper (12 min) est lu comme un résultat.",
      formulas: [
        "demi-Cooper : VMA = mètres / 100",
        "VAMEVAL : VMA = dernier palier + 0,5 · secondes / 60",
        "Cooper : VO_{2}max = (mètres − 504,9) / 44,73",
        "VO_{2}max d’une VMA = 1,353 + 3,163 · VMA + 0,0122586 · VMA^{2}",
      ],
      source:
        "K. H. Cooper, JAMA 203, 1968. G. Cazorla, 1990. L. Léger et D. Mercier, Sports Medicine 1, 1984. Le demi-Cooper est un usage des entraîneurs français.",
      validity:
        "Neuf fois sur dix : 1,5 km/h en plus ou en moins au demi-Cooper (calculé sur un test de 5 min et le tapis roulant, P. Berthon et coll., 1997), 1,2 au VAMEVAL (calculé sur deux tests progressifs, L. Léger et J. Lambert, 1982).",
    },
    "critical-speed": {
      name: "Vitesse critique",
      says: "La vitesse que l’on tient longtemps, et la réserve de mètres que l’on a au-dessus.",
      formulas: ["d = VC · t + D′"],
      source:
        "B. Smyth et D. Muniz-Pumares, Medicine & Science in Sports & Exercise 52(12), 2020 ; M. Kordi et coll., 2019.",
      validity:
        "Au moins deux efforts de 2 à 20 min, D′ de 50 à 400 m. Prolongé au-delà, où c’est le pire des modèles : un marathon se court à 93 % de la VC en 2h30, à 79 % en 6 h, et la fourchette en tient compte.",
    },
    "training-zones": {
      name: "Zones d’entraînement",
      says: "Des parts de la VMA, sous les noms des entraîneurs français.",
      formulas: ["vitesse = VMA · % / 100"],
      source:
        "Les bornes sur lesquelles s’accordent les pages françaises d’entraînement, relevées en 2026 ; elles varient d’un entraîneur à l’autre.",
      validity: "VMA de 5 à 30 km/h.",
    },
    "split-plan": {
      name: "Temps de passage",
      says:
        "Chaque passage vient du temps visé exact et n’est arrondi qu’une fois : le dernier est toujours le temps visé.",
      formulas: [
        "régulier : t(d) = T · d / D",
        "progressif, p % : t(d) = T · ((1 + p) · x − p · x^{2}), x = d / D",
        "negative split, p % : T / 2 · (1 + p / 2), puis T / 2 · (1 − p / 2)",
      ],
      source: "Calcul exact ; le pourcentage est l’écart entre les deux moitiés.",
      validity: "Aucune : ce n’est pas une prédiction.",
    },
    "age-grade": {
      name: "Âge corrigé",
      says: "Votre temps en pour cent de la référence de votre âge et de votre sexe.",
      formulas: ["% = 100 · (référence toutes catégories / facteur d’âge) / temps"],
      source:
        "Route : A. L. Jones, Age-Grade-Tables 2025 (CC0). Piste : World Masters Athletics 2023.",
      validity: "Route : de 5 à 100 ans, du mile à 200 km. Piste : jusqu’au 10\u202f000 m.",
    },
    points: {
      name: "Points World Athletics",
      says: "Une parabole par épreuve et par sexe, qui compare les distances entre elles.",
      formulas: ["points = a · (t_{0} − t)^{2}, arrondis vers le bas"],
      source:
        "World Athletics Scoring Tables of Athletics, édition 2025 ; a et t₀ d’après jchen1/iaaf-scoring-tables (MIT).",
      validity:
        "Faites pour l’élite : zéro dès t₀ (10 km : 52'30 hommes, 1h15 femmes). Vérifiées sur des scores publiés pour le 400, le 800, le 1\u202f500, le mile, le 3\u202f000, le 5\u202f000 et le 10\u202f000 m sur piste, le 5 km, le 10 km et le semi sur route ; non vérifiées pour les autres épreuves, dont le 100 m, le 200 m, la piste courte et le marathon.",
    },
  },
  figures: {
    over: (distance) => `Sur ${distance}`,
    index: "Indice",
    exponent: "Exposant k",
    vma: "VMA",
    endurance: "Indice d’endurance",
    criticalSpeed: "VC",
    reserve: "D′",
    threshold: "Seuil 60",
    halfCooper: "Demi-Cooper attendu",
    thresholdPace: "Allure au seuil (T)",
    half: (goal) => `Mi-course de ${goal}, +2 %`,
    grade: "Âge corrigé",
    openTime: "Temps équivalent senior",
    points: (discipline) => `Points, ${discipline}`,
    road: "route",
    track: "piste",
    between: (lowest, highest) => `entre ${lowest} et ${highest}`,
    of: (result) => `d’après ${result}`,
    unconfirmed: "non vérifiés sur des scores publiés",
  },
});
