import { FADING_EXPONENT, RIEGEL_EXPONENT } from "@mypacer/shared/domain/models/riegel.ts";
import { ASSUMED_ENDURANCE } from "@mypacer/shared/domain/models/vma_of_result.ts";
import { VMA_MINUTES } from "@mypacer/shared/domain/models/vma.ts";
import type { ModelsTexts } from "./explained.ts";

const decimal = (value: number) => String(value).replace("-", "−");

/** The models explained, in English. */
export const MODELS_ENGLISH: ModelsTexts = {
  heading: "The models explained",
  lead:
    "Every calculation of this site: its formula, its source, its limits, and what it gives for you.",
  description:
    "Running prediction models explained: Riegel, Daniels–Gilbert, Cameron, Péronnet–Thibault, critical speed, MAS (VMA), endurance index, age grading, World Athletics points.",
  yours: "Your figures",
  yoursHelp: "The examples of this page are computed with them.",
  contents: "On this page",
  formula: "Formula",
  source: "Source",
  validity: "Limits",
  example: "For you",
  models: {
    mypacer: {
      name: "MyPacer",
      says:
        "Our own model, fitted on races of real runners: the time that half of them beat, and the range in which nine out of ten finished. One result is enough, several make it surer, and sex and age count where they are known.",
      formulas: [
        "ln(T / 40 min) = z + m(D) + l(D) · z + f(D) for a woman + a(D) for ten years",
        "z: the level that a result tells; m, l, f, a: straight by pieces in ln D",
      ],
      source:
        "Quantile regression (November 2026) on 2,980 races of French licensed runners and the two results of each in the six months before: a half of the public set maciejkar/running_prediction_master_thesis.",
      validity:
        "88% are men, the median marathon is 3:08: faster than the crowd of marathons. Fitted from 5 km to the marathon, on half marathons and marathons; extended elsewhere, with a wider range.",
    },
    riegel: {
      name: "Riegel",
      says: "Time grows a little faster than distance, always by the same exponent.",
      formulas: [`T_{2} = T_{1} · (D_{2} / D_{1})^{${decimal(RIEGEL_EXPONENT)}}`],
      source:
        "P. S. Riegel, Athletic Records and Human Endurance, American Scientist 69(3), 1981. Marathon: A. J. Vickers and E. A. Vertosick, BMC Sports Science, Medicine and Rehabilitation 8, 2016.",
      validity:
        `Efforts of 3.5 min to 3 h 50, extended beyond. After the half marathon half of the amateurs finish at least 10 min later: a second figure counts the exponent ${
          decimal(FADING_EXPONENT)
        } there.`,
    },
    "personal-curve": {
      name: "Personal curve",
      says: "The same law with your own exponent: the line that passes closest to your results.",
      formulas: ["ln T = ln a + k · ln D"],
      source:
        "Least squares on Riegel’s law; H. Vandewalle (2018) found power laws better than hyperbolas for extrapolation.",
      validity:
        "At least two results, the longest distance at least 1.4 times the shortest; of two tries over one distance the better counts. Extended outside of 3.5 min to 3 h 50. Usual exponents: 1.03 to 1.15; below 1 and above 1.4, no figure.",
    },
    "daniels-gilbert": {
      name: "Daniels–Gilbert index",
      says:
        "A race tells how much oxygen you can use; the same index gives the times of other distances.",
      formulas: [
        "cost = −4.60 + 0.182258 · v + 0.000104 · v^{2}",
        "share = 0.8 + 0.1894393 · e^{−0.012778 · t} + 0.2989558 · e^{−0.1932605 · t}",
        "index = cost / share, v in m/min, t in min",
      ],
      source: "J. Daniels and J. Gilbert, Oxygen Power, 1979. The formula, not the rounded table.",
      validity:
        "Races of 3.5 min to 4 h, indexes of 20 to 86 (a marathon in 2:00:35 is worth 85.5), extended beyond.",
    },
    cameron: {
      name: "Cameron",
      says: "A regression of the world’s best performances by distance.",
      formulas: [
        "T_{2} = T_{1} · D_{2} / D_{1} · f(D_{1}) / f(D_{2})",
        "f(d) = 13.49681 − 0.000030363 · d + 835.7114 / d^{0.7905}",
      ],
      source: "D. F. Cameron, published on running pages since 1998.",
      validity: "From the mile to the marathon, extended beyond; no paper gives its limits.",
    },
    "peronnet-thibault": {
      name: "MAS (VMA) and endurance index (Péronnet–Thibault)",
      says:
        `The speed held falls with the logarithm of the time; MAS, maximal aerobic speed (VMA in French), is what is held for ${VMA_MINUTES} min.`,
      formulas: [`v(t) = MAS · (1 + IE / 100 · ln(t / ${VMA_MINUTES})), t in min`],
      source:
        "F. Péronnet and G. Thibault, Revue de médecine du sport, 1987, and Journal of Applied Physiology 67(1), 1989. Some pages take 6 min and find other figures.",
      validity:
        "Efforts of more than 7 min and at most 5 h, extended beyond. From a single result with average endurance. Endurance index from −2 (excellent) to −12 (very weak); elsewhere, no figure.",
    },
    "vma-of-result": {
      name: "MAS (VMA) from a single result",
      says: "The same model with the endurance of an average runner, for want of a second result.",
      formulas: [
        `MAS = v / (1 + IE / 100 · ln(t / ${VMA_MINUTES})), IE = ${
          decimal(ASSUMED_ENDURANCE.usual)
        }`,
      ],
      source:
        "Péronnet and Thibault, as above. The assumed index is the middle of their scale: MyPacer’s own choice.",
      validity:
        `An effort of more than 7 min and at most 5 h, extended beyond. The range goes from IE ${
          decimal(ASSUMED_ENDURANCE.strong)
        } to ${decimal(ASSUMED_ENDURANCE.weak)}.`,
    },
    "field-tests": {
      name: "Field tests",
      says:
        "The half Cooper (6 min) and the VAMEVAL (stages of one minute) give the MAS; the Cooper test (12 min) is read as a result.",
      formulas: [
        "half Cooper: MAS = metres / 100",
        "VAMEVAL: MAS = last stage + 0.5 · seconds / 60",
        "Cooper: VO_{2}max = (metres − 504.9) / 44.73",
        "VO_{2}max of a MAS = 1.353 + 3.163 · MAS + 0.0122586 · MAS^{2}",
      ],
      source:
        "K. H. Cooper, JAMA 203, 1968. G. Cazorla, 1990. L. Léger and D. Mercier, Sports Medicine 1, 1984. French coaches use the half Cooper.",
      validity:
        "Nine times in ten: 1.5 km/h more or less for the half Cooper (computed from a test of 5 min and the treadmill, P. Berthon et al., 1997), 1.2 for the VAMEVAL (computed from two progressive tests, L. Léger and J. Lambert, 1982).",
    },
    "critical-speed": {
      name: "Critical speed",
      says: "The speed that is held for long, and the reserve of metres above it.",
      formulas: ["d = CS · t + D′"],
      source:
        "B. Smyth and D. Muniz-Pumares, Medicine & Science in Sports & Exercise 52(12), 2020; M. Kordi et al., 2019.",
      validity:
        "At least two efforts of 2 to 20 min, D′ of 50 to 400 m. Extended beyond, where it is the worst of the models: a marathon is run at 93% of CS in 2:30, at 79% in 6 h, and the range counts with it.",
    },
    "training-zones": {
      name: "Training zones",
      says: "Shares of MAS, under the names of French coaches.",
      formulas: ["speed = MAS · % / 100"],
      source:
        "The ranges that French training pages agree on, collected in 2026; they vary from coach to coach.",
      validity: "MAS of 5 to 30 km/h.",
    },
    "split-plan": {
      name: "Split times",
      says:
        "Every split comes from the exact goal and is rounded only once: the last is always the goal time.",
      formulas: [
        "even: t(d) = T · d / D",
        "progressive, p %: t(d) = T · ((1 + p) · x − p · x^{2}), x = d / D",
        "negative split, p %: T / 2 · (1 + p / 2), then T / 2 · (1 − p / 2)",
      ],
      source: "An exact calculation; the percentage is the difference of the two halves.",
      validity: "None: it is no prediction.",
    },
    "age-grade": {
      name: "Age grading",
      says: "Your time in per cent of the standard of your age and sex.",
      formulas: ["% = 100 · (open standard / age factor) / time"],
      source:
        "Road: A. L. Jones, Age-Grade-Tables 2025 (CC0). Track: World Masters Athletics 2023.",
      validity: "Road: ages 5 to 100, from the mile to 200 km. Track: up to 10,000 m.",
    },
    points: {
      name: "World Athletics points",
      says: "A parabola for each event and sex, which compares distances with one another.",
      formulas: ["points = a · (t_{0} − t)^{2}, rounded down"],
      source:
        "World Athletics Scoring Tables of Athletics, 2025 edition; a and t₀ after jchen1/iaaf-scoring-tables (MIT).",
      validity:
        "Made for the elite: nothing from t₀ on (10 km: 52:30 for men, 1:15:00 for women). Checked against published scores for the 400, 800, 1500, mile, 3000, 5000 and 10,000 m on the track and for 5 km, 10 km and the half marathon on the road; not checked for the other events, among them 100 m, 200 m, the short track and the marathon.",
    },
  },
  figures: {
    over: (distance) => `Over ${distance}`,
    index: "Index",
    exponent: "Exponent k",
    vma: "MAS (VMA)",
    endurance: "Endurance index",
    criticalSpeed: "CS",
    reserve: "D′",
    threshold: "One-hour threshold",
    halfCooper: "Expected half Cooper",
    thresholdPace: "Threshold pace (T)",
    half: (goal) => `Half way of ${goal}, +2%`,
    grade: "Age grade",
    openTime: "Open-class equivalent",
    points: (discipline) => `Points, ${discipline}`,
    road: "road",
    track: "track",
    between: (lowest, highest) => `between ${lowest} and ${highest}`,
    of: (result) => `from ${result}`,
    unconfirmed: "not checked against published scores",
  },
};
