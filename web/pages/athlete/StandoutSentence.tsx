import type { Analysis } from "@mypacer/shared/contract/analysis.ts";
import { findStandout } from "@mypacer/shared/domain/analysis/standout_record.ts";
import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { modelTime, runTime } from "../../kit/predictions/run_texts.ts";
import type { Written } from "../../kit/table_state/table_cells.ts";
import { PAGE_TEXTS } from "./texts.ts";

/** Times of the wire are in hundredths of a second. */
const inSeconds = (hundredths: number) => hundredths / 100;
const inHundredths = (seconds: number) => Math.round(seconds * 100);

/**
 * One sentence on the record that differs most from what MyPacer's model predicts from the others;
 * nothing where fewer than two records can be compared.
 */
export function StandoutSentence({ predictions, written }: {
  predictions: Analysis["predictions"];
  written: Written;
}) {
  const standout = findStandout(predictions.map(({ record, from, mypacer }) => ({
    record: record && { ...record, time: inSeconds(record.time) },
    from: from && { ...from, time: inSeconds(from.time) },
    mypacer: mypacer.valid
      ? {
        ...mypacer,
        time: inSeconds(mypacer.time),
        fastest: inSeconds(mypacer.fastest),
        slowest: inSeconds(mypacer.slowest),
      }
      : mypacer,
  })));
  if (standout === null) return null;
  const { language } = written;
  const { kind, record, predicted, isClear } = standout;
  const t = PAGE_TEXTS[language];
  const write = { "in-line": t.inLine, better: t.better, weaker: t.weaker }[kind];
  const [before, marked, after] = write({
    event: distanceLabel(record.distance, language),
    time: runTime(inHundredths(record.time), written),
    gap: durationText(Math.abs(record.time - predicted.time)),
    predicted: modelTime(inHundredths(predicted.time), written),
    fastest: modelTime(inHundredths(predicted.fastest), written),
    slowest: modelTime(inHundredths(predicted.slowest), written),
  });
  return (
    <p class="standout">
      {before} <b>{marked}</b>
      {after} {isClear && t.rare}
    </p>
  );
}

/** A difference as one says it: `42 s`, `9 min 22 s`, `1 h 02 min`. */
function durationText(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  const two = (value: number) => String(value).padStart(2, "0");
  const [h, min, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0
    ? `${h}\u00a0h\u00a0${two(min)}\u00a0min`
    : min > 0
    ? `${min}\u00a0min\u00a0${two(s)}\u00a0s`
    : `${s}\u00a0s`;
}
