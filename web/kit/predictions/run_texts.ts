/** Formats runs and the models' figures. */
import type { RunRef } from "@mypacer/shared/contract/analysis.ts";
import type { NotValid } from "@mypacer/shared/contract/estimate.ts";
import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { formatTime } from "@mypacer/shared/domain/measure/mark.ts";
import { MODEL_REASONS } from "./model_reasons.ts";
import type { Written } from "../table_state/table_cells.ts";

/** A time as run: official times keep their hundredths. */
export function runTime(hundredths: number, { notation }: Written): string {
  return formatTime(hundredths, { notation, precision: "auto" });
}

/** A computed time: from a minute on without hundredths, which would mean nothing. */
export function modelTime(hundredths: number, { notation }: Written): string {
  return formatTime(hundredths, {
    notation,
    precision: hundredths < 6000 ? "hundredths" : "seconds",
  });
}

/** A run in few words: `10 km en 33'20"`. */
export function runText({ distance, time }: Pick<RunRef, "distance" | "time">, written: Written) {
  const label = distanceLabel(distance, written.language);
  return `${label}${written.language === "fr" ? " en " : " in "}${runTime(time, written)}`;
}

/** Several runs in few words. */
export function runsText(runs: readonly RunRef[], written: Written): string {
  return runs.map((run) => runText(run, written)).join(", ");
}

/** The reason why a model gives no figure. */
export function reasonText({ reason }: NotValid, { language }: Written): string {
  return MODEL_REASONS[language][reason];
}
