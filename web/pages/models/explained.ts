/** What the page of models explains, and what is said of each. */

/** What is explained, in its order; each under the anchor of its name. */
export const EXPLAINED = [
  "mypacer",
  "riegel",
  "personal-curve",
  "daniels-gilbert",
  "cameron",
  "peronnet-thibault",
  "vma-of-result",
  "critical-speed",
  "training-zones",
  "split-plan",
  "age-grade",
  "points",
] as const;
/** One of them. */
export type Explained = typeof EXPLAINED[number];

/**
 * How a model is explained. `^{…}` and `_{…}` in a formula stand for what is raised and lowered.
 */
export interface ModelText {
  name: string;
  says: string;
  formulas: readonly string[];
  source: string;
  validity: string;
}

/** Texts of one language. */
export interface ModelsTexts {
  heading: string;
  lead: string;
  description: string;
  yours: string;
  yoursHelp: string;
  contents: string;
  formula: string;
  source: string;
  validity: string;
  example: string;
  models: Record<Explained, ModelText>;
  /** Names of the figures that examples give. */
  figures: {
    over: (distance: string) => string;
    index: string;
    exponent: string;
    vma: string;
    endurance: string;
    criticalSpeed: string;
    reserve: string;
    threshold: string;
    half: (goal: string) => string;
    grade: string;
    openTime: string;
    points: (discipline: string) => string;
    road: string;
    track: string;
    between: (lowest: string, highest: string) => string;
    of: (result: string) => string;
    /** Of points that no published score confirms. */
    unconfirmed: string;
  };
}
