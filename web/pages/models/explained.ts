/** Subjects of the page of models, and the form of their texts. */

/** Explained subjects in order; each name is its anchor. */
export const EXPLAINED = [
  "mypacer",
  "riegel",
  "personal-curve",
  "daniels-gilbert",
  "cameron",
  "peronnet-thibault",
  "vma-of-result",
  "field-tests",
  "critical-speed",
  "training-zones",
  "split-plan",
  "age-grade",
  "points",
] as const;
/** An explained subject. */
export type Explained = typeof EXPLAINED[number];

/** Explanation of a model. In a formula `^{…}` is superscript, `_{…}` subscript. */
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
  /** Names of the figures in the examples. */
  figures: {
    over: (distance: string) => string;
    index: string;
    exponent: string;
    vma: string;
    endurance: string;
    criticalSpeed: string;
    reserve: string;
    threshold: string;
    halfCooper: string;
    thresholdPace: string;
    half: (goal: string) => string;
    grade: string;
    openTime: string;
    points: (discipline: string) => string;
    road: string;
    track: string;
    between: (lowest: string, highest: string) => string;
    of: (result: string) => string;
    /** Note on points that no published score confirms. */
    unconfirmed: string;
  };
}
