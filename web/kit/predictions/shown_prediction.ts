/** Predictions formatted for a table, whether computed here or by the API. */
import type { Prediction as WirePrediction } from "@mypacer/shared/contract/analysis.ts";
import type {
  Estimate,
  ExtendedReason,
  HumanTime,
  TimeRange,
} from "@mypacer/shared/domain/measure/estimate.ts";
import type { Prediction } from "@mypacer/shared/domain/models/prediction.ts";
import { MODEL_NAMES, type ModelName } from "./model_names.ts";
import type { Language } from "../language/language.ts";
import { EXTENDED, MODEL_REASONS } from "./model_reasons.ts";
import { PREDICTION_TEXTS } from "./prediction_texts.ts";
import { modelTime, runText, runTime } from "./run_texts.ts";
import type { Written } from "../table_state/table_cells.ts";
import { estimateText, timeText } from "../tools/tool_format.ts";

/** A model's figure, formatted. */
export interface ShownRange {
  time: string;
  fastest: string;
  slowest: string;
  extended: ExtendedReason | null;
  /** Riegel's time of runners who fade, where it differs. */
  fading: string | null;
}

/** The models' predictions for one distance, formatted. */
export interface ShownPrediction {
  /** Meters. */
  distance: number;
  /** The runner's own best over it. */
  own: string | null;
  /** The record from which the models of one record predict. */
  from: string | null;
  models: Record<ModelName, Estimate<ShownRange>>;
}

type Models<T> = Record<ModelName, Estimate<T>>;

/** Formats a figure. @param text Formats a time. */
function shown<T>(
  answer: Estimate<Record<"time" | "fastest" | "slowest", T> & Pick<TimeRange, "extended">>,
  text: (time: T) => string,
  fadingTime?: T,
): Estimate<ShownRange> {
  if (!answer.valid) return answer;
  const time = text(answer.time);
  const fading = fadingTime === undefined ? time : text(fadingTime);
  return {
    valid: true,
    time,
    fastest: text(answer.fastest),
    slowest: text(answer.slowest),
    extended: answer.extended,
    fading: fading === time ? null : fading,
  };
}

/**
 * The range of a figure, and whether it is extrapolated: `9 courses sur 10 : 3h20'10" – 3h58'44",
 * prolongé (…)`.
 */
export function rangeText({ fastest, slowest, extended }: TimeRange, language: Language): string {
  const ends = `${PREDICTION_TEXTS[language].interval} ${estimateText(fastest, language)} – ${
    estimateText(slowest, language)
  }`;
  return extended === null
    ? ends
    : `${ends}, ${EXTENDED[language]} (${MODEL_REASONS[language][extended]})`;
}

function allShown(
  write: (name: ModelName) => Estimate<ShownRange>,
): Models<ShownRange> {
  return Object.fromEntries(MODEL_NAMES.map((name) => [name, write(name)])) as Models<ShownRange>;
}

/** Formats a prediction that was computed here. */
export function shownPrediction(prediction: Prediction, language: Language): ShownPrediction {
  const text = (time: HumanTime) => estimateText(time, language);
  const { distance, record, riegel } = prediction;
  return {
    distance,
    own: record === null ? null : timeText(Math.round(record.time * 100), language),
    from: null,
    models: allShown((name) =>
      name === "riegel" && riegel.valid
        ? shown(riegel, text, riegel.fadingTime)
        : shown(prediction[name], text)
    ),
  };
}

/** Fields of the API's answer by the names of the models. */
const WIRE_NAMES = {
  mypacer: "mypacer",
  personal: "personal",
  riegel: "riegel",
  danielsGilbert: "daniels_gilbert",
  cameron: "cameron",
  peronnetThibault: "peronnet_thibault",
  criticalSpeed: "critical_speed",
} as const satisfies Record<ModelName, keyof WirePrediction>;

/** Formats a prediction of the API. */
export function shownWirePrediction(
  prediction: WirePrediction,
  written: Written,
): ShownPrediction {
  const text = (hundredths: number) => modelTime(hundredths, written);
  const { distance, record, from, riegel } = prediction;
  return {
    distance,
    own: record === null ? null : runTime(record.time, written),
    from: from === null ? null : runText(from, written),
    models: allShown((name) =>
      name === "riegel" && riegel.valid
        ? shown(riegel, text, riegel.fading_time)
        : shown(prediction[WIRE_NAMES[name]], text)
    ),
  };
}
