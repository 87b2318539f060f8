/** What is wrong with a field, in English. */
import { MAX_ATHLETES, MAX_CUSTOM_DISTANCES, MAX_ROWS } from "./limits.ts";
import type { ProblemTexts } from "./problem_text.ts";

/** One text a problem, for every page. */
export const englishProblems: ProblemTexts = {
  or: " or ",
  and: " and ",
  readAs: (typed, as) => `“${typed}” was read as ${as}.`,
  problems: {
    time: ({ typed, either }) =>
      `“${typed}” is not a time. Write for example ${either || "3:30:00, 45:00 or 3h30"}.`,
    pace: ({ typed }) => `“${typed}” is not a pace. Write for example 4:30, 4'30 or 15 km/h.`,
    speed: ({ typed }) => `“${typed}” is not a speed. Write for example 13.5 or 4:30/km.`,
    distance: ({ typed }) =>
      `“${typed}” is not a distance. Write for example 10 km, 1500 m, half or marathon.`,
    vma: ({ typed, least, most }) =>
      `“${typed}” is not a MAS (VMA). Write a speed from ${least} to ${most} km/h.`,
    percent: ({ typed, least, most }) =>
      `“${typed}” is not a difference. Write a percentage from ${least} to ${most}.`,
    age: ({ typed, least, most }) =>
      `“${typed}” is not an age. Write a number of years from ${least} to ${most}.`,
    step: ({ typed }) => `“${typed}” is not a step. Write a number of seconds, 0.5 to 600.`,
    "step-speed": ({ typed, least, most }) =>
      `“${typed}” is not a step. Write a speed, from ${least} to ${most}.`,
    "step-time": ({ typed }) =>
      `“${typed}” is not a step. Write seconds or a duration: 30, 5:00, from 0.1 s to 2 h.`,
    athlete: ({ typed }) => `“${typed}” is not an athlete’s id: it is made of digits.`,
    choice: ({ typed }) => `“${typed}” is not one of the choices.`,
    ambiguous: ({ typed, either, choices }) =>
      choices > 1
        ? `“${typed}” can be read in ${choices > 2 ? "several" : "two"} ways: write ${either}.`
        : `“${typed}” is not clear: write ${either || "its unit"}.`,
    overflow: ({ typed }) => `“${typed}”: minutes and seconds go from 00 to 59.`,
    "pace-overflow": ({ typed }) => `“${typed}”: seconds go from 00 to 59.`,
    range: ({ typed, as, least, most, either }) =>
      `“${typed}”${as && `, read as ${as},`} is out of bounds: from ${least} to ${most}.${
        either && ` Write ${either} instead.`
      }`,
    "pace-range": ({ least, most }) => `The pace must be between ${least} and ${most}.`,
    "time-pace": ({ typed, least, most }) =>
      `“${typed}” over this distance is not a pace between ${least} and ${most}.`,
    order: () => "The slowest must be slower than the fastest: swap the two paces.",
    "time-missing": () => "Give the time: 45:00, 1:35:00, 3h30…",
    "distance-missing": () => "Give the distance: 10 km, half, marathon…",
    "vma-missing": () => "Give the MAS (VMA), in km/h: 15, 16.5…",
    rows: ({ typed }) =>
      `This step would give ${typed} rows; the table shows ${MAX_ROWS} at most. Take a larger step.`,
    "distances-many": ({ typed }) =>
      `${typed} distances are too many: ${MAX_CUSTOM_DISTANCES} at most come on top of the official ones.`,
    "athletes-many": () =>
      `${MAX_ATHLETES} athletes at most at once: the first are shown, the others are not.`,
    "results-many": ({ typed }) =>
      `${typed} results are too many: the first are read, the others are not.`,
  },
};
