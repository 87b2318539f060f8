/** The models that predict a time, MyPacer's own first. */
export const MODEL_NAMES = [
  "mypacer",
  "personal",
  "riegel",
  "danielsGilbert",
  "cameron",
  "peronnetThibault",
  "criticalSpeed",
] as const;
/** A model's field in the domain's predictions. */
export type ModelName = typeof MODEL_NAMES[number];

/** Anchor of each model on the page that explains them. */
export const MODEL_ANCHORS: Record<ModelName, string> = {
  mypacer: "mypacer",
  personal: "personal-curve",
  riegel: "riegel",
  danielsGilbert: "daniels-gilbert",
  cameron: "cameron",
  peronnetThibault: "peronnet-thibault",
  criticalSpeed: "critical-speed",
};
