/** The models that predict a time, in the order they are shown; each explained under its anchor. */
export const MODEL_NAMES = [
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
  personal: "personal-curve",
  riegel: "riegel",
  danielsGilbert: "daniels-gilbert",
  cameron: "cameron",
  peronnetThibault: "peronnet-thibault",
  criticalSpeed: "critical-speed",
};
