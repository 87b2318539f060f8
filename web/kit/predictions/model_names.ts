/** The models that predict a time, MyPacer's own first; each explained under its anchor. */
export const MODEL_NAMES = [
  "mypacer",
  "personal",
  "riegel",
  "danielsGilbert",
  "cameron",
  "peronnetThibault",
  "criticalSpeed",
] as const;
/** One of them: a field of the domain's predictions. */
export type ModelName = typeof MODEL_NAMES[number];

/** Where the page of the models explains each. */
export const MODEL_ANCHORS: Record<ModelName, string> = {
  mypacer: "mypacer",
  personal: "personal-curve",
  riegel: "riegel",
  danielsGilbert: "daniels-gilbert",
  cameron: "cameron",
  peronnetThibault: "peronnet-thibault",
  criticalSpeed: "critical-speed",
};
