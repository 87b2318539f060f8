/** Example of each model for the visitor's results: computed by the domain, put into words here. */
import { ageGrade } from "@mypacer/shared/domain/models/age_grade.ts";
import { predictCameron } from "@mypacer/shared/domain/models/cameron.ts";
import {
  fitCriticalSpeed,
  predictCriticalSpeed,
} from "@mypacer/shared/domain/models/critical_speed.ts";
import {
  danielsGilbertIndex,
  danielsGilbertPaces,
  predictDanielsGilbert,
} from "@mypacer/shared/domain/models/daniels_gilbert.ts";
import { distanceLabel, HALF_MARATHON, MARATHON } from "@mypacer/shared/domain/measure/distance.ts";
import type {
  Effort,
  Estimate,
  NotValid,
  TimeRange,
} from "@mypacer/shared/domain/measure/estimate.ts";
import { notValid } from "@mypacer/shared/domain/measure/estimate.ts";
import { predictMyPacer } from "@mypacer/shared/domain/models/mypacer_model.ts";
import { paceOver, paceToSpeed } from "@mypacer/shared/domain/measure/pace.ts";
import { fitPersonalCurve, predictOnCurve } from "@mypacer/shared/domain/models/personal_curve.ts";
import { predictRiegel } from "@mypacer/shared/domain/models/riegel.ts";
import { planHalves } from "@mypacer/shared/domain/table/split_plan.ts";
import { trainingZones } from "@mypacer/shared/domain/models/training_zones.ts";
import { fitVma, predictFromVma } from "@mypacer/shared/domain/models/vma.ts";
import { HALF_COOPER_SECONDS } from "@mypacer/shared/domain/models/vma_protocols.ts";
import { predictFromOneResult, vmaOfResult } from "@mypacer/shared/domain/models/vma_of_result.ts";
import { worldAthleticsPoints } from "@mypacer/shared/domain/results/world_athletics_points.ts";
import { ADULT_AGE_LIMITS } from "../../kit/forms/limits.ts";
import { formatDecimal } from "../../kit/language/format.ts";
import type { Language } from "../../kit/language/language.ts";
import type { Explained } from "./explained.ts";
import { MODELS_TEXTS } from "./texts.ts";
import { rangeText } from "../../kit/predictions/shown_prediction.ts";
import {
  estimateText,
  paceText,
  percentText,
  resultText,
  speedText,
  timeText,
} from "../../kit/tools/tool_format.ts";
import type { PredictorState } from "../predictor/state.ts";

/** A figure with its name and basis, or the reason why there is none. */
export interface ExampleFigure {
  name: string;
  figure: string | NotValid;
  note?: string | undefined;
}

/** Distance of the example of critical speed, m: within its 20 minutes for most. */
const SHORT = 2000;
/** Difference of the halves of the example of split times, per cent. */
const SPLIT_PERCENT = 2;

/** The example of one model. @param state At least one result. */
export function modelExample(
  model: Explained,
  { results, sex, age }: PredictorState,
  language: Language,
): ExampleFigure[] {
  const t = MODELS_TEXTS[language].figures;
  const last = results.at(-1) as Effort;
  const note = t.of(resultText(last, language));
  const figure = <T>(
    name: string,
    answer: Estimate<T>,
    say: (answer: T) => string,
    note?: (answer: T) => string,
  ): ExampleFigure => ({
    name,
    figure: answer.valid ? say(answer) : answer,
    note: answer.valid ? note?.(answer) : undefined,
  });
  const over = (distance: number, answer: Estimate<TimeRange>, basis?: string) =>
    figure(
      t.over(distanceLabel(distance, language)),
      answer,
      ({ time }) => estimateText(time, language),
      (range) => [basis, rangeText(range, language)].filter((part) => part).join(" · "),
    );
  const decimal = (value: number, decimals: number) =>
    formatDecimal(value, decimals, language).replace("-", "−");

  switch (model) {
    case "mypacer":
      return [HALF_MARATHON, MARATHON].map((distance) =>
        over(distance, predictMyPacer(results, distance, { sex, age }))
      );
    case "riegel":
      return [over(MARATHON, predictRiegel(last, MARATHON), note)];
    case "personal-curve": {
      const curve = fitPersonalCurve(results);
      const exponent = figure(t.exponent, curve, ({ exponent }) => decimal(exponent, 3));
      return curve.valid ? [exponent, over(MARATHON, predictOnCurve(curve, MARATHON))] : [exponent];
    }
    case "daniels-gilbert": {
      const index = danielsGilbertIndex(last);
      const found = figure(t.index, index, ({ index }) => decimal(index, 1), () => note);
      if (!index.valid) return [found];
      return [
        found,
        over(MARATHON, predictDanielsGilbert(last, MARATHON)),
        figure(
          t.thresholdPace,
          danielsGilbertPaces(index.index),
          ({ threshold }) => paceText(threshold, language),
        ),
      ];
    }
    case "cameron":
      return [over(MARATHON, predictCameron(last, MARATHON), note)];
    case "peronnet-thibault": {
      const fit = fitVma(results);
      const vma = figure(t.vma, fit, ({ vma }) => speedText(vma, language, 1));
      return fit.valid
        ? [
          vma,
          { name: t.endurance, figure: decimal(fit.enduranceIndex, 1) },
          over(MARATHON, predictFromVma(fit, MARATHON)),
        ]
        : [vma, over(MARATHON, predictFromOneResult(last, MARATHON), note)];
    }
    case "vma-of-result":
      return [
        figure(
          t.vma,
          vmaOfResult(last),
          ({ vma }) => speedText(vma, language, 1),
          ({ lowest, highest }) =>
            `${
              t.between(formatDecimal(lowest, 1, language), speedText(highest, language, 1))
            }, ${note}`,
        ),
      ];
    case "field-tests":
      return [
        figure(
          t.halfCooper,
          vmaOfResult(last),
          ({ vma }) => distanceLabel(Math.round(vma * HALF_COOPER_SECONDS / 3.6), language),
          () => note,
        ),
      ];
    case "critical-speed": {
      const fit = fitCriticalSpeed(results);
      const speed = figure(
        t.criticalSpeed,
        fit,
        ({ speed }) => speedText(paceToSpeed(paceOver(speed, 1)), language, 1),
      );
      return fit.valid
        ? [
          speed,
          { name: t.reserve, figure: `${Math.round(fit.reserve)}\u00a0m` },
          over(SHORT, predictCriticalSpeed(fit, SHORT)),
        ]
        : [speed];
    }
    case "training-zones": {
      const vma = vmaOfResult(last);
      const zones = vma.valid ? trainingZones(vma.vma) : vma;
      return [
        figure(t.threshold, zones, ({ zones }) => {
          const zone = zones.find(({ key }) => key === "threshold60");
          return zone === undefined
            ? ""
            : `${formatDecimal(zone.slowestSpeed, 1, language)}–${
              speedText(zone.fastestSpeed ?? zone.slowestSpeed, language, 1)
            }`;
        }, () => note),
      ];
    }
    case "split-plan": {
      const [first] = planHalves({
        distance: last.distance,
        time: Math.round(last.time * 100),
      }, { kind: "halves", percent: SPLIT_PERCENT });
      return [{
        name: t.half(resultText(last, language)),
        figure: timeText(first, language, "seconds"),
      }];
    }
    case "age-grade": {
      const grade = age !== null && age < ADULT_AGE_LIMITS.min
        ? notValid("minor", "people under age are not graded")
        : ageGrade({ ...last, discipline: "road", sex, age });
      const graded = figure(
        t.grade,
        grade,
        ({ percent }) => percentText(percent, language, 1),
        () => note,
      );
      return grade.valid
        ? [graded, { name: t.openTime, figure: estimateText(grade.openTime, language) }]
        : [graded];
    }
    case "points":
      return (["road", "track"] as const).map((discipline) =>
        figure(
          t.points(t[discipline]),
          worldAthleticsPoints({ ...last, discipline, sex }),
          ({ points }) => String(points),
          ({ confirmed }) => confirmed ? note : `${note}, ${t.unconfirmed}`,
        )
      );
  }
}
