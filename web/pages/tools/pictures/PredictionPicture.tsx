import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { HALF_MARATHON, MARATHON } from "@mypacer/shared/domain/measure/official_lengths.ts";
import { predictMyPacer } from "@mypacer/shared/domain/models/mypacer_model.ts";
import type { Language } from "../../../kit/language/language.ts";
import { estimateText } from "../../../kit/tools/tool_format.ts";
import { RESULT } from "./example.ts";

const DISTANCES = [5000, HALF_MARATHON, MARATHON] as const;
const BAR = { left: 90, right: 210 } as const;
/** Widest relative range that a bar shows. */
const WIDEST = 0.2;

/** Predicted times from one result, each with its range. */
export function PredictionPicture({ language }: { language: Language }) {
  const middle = (BAR.left + BAR.right) / 2;
  const x = (time: number, of: number) =>
    Math.round(middle + (time / of - 1) / WIDEST * (BAR.right - BAR.left) / 2);
  return (
    <>
      {DISTANCES.map((distance, at) => {
        const answer = predictMyPacer([RESULT], distance);
        if (!answer.valid) return null;
        const y = 38 + at * 48;
        const [from, to] = [x(answer.fastest, answer.time), x(answer.slowest, answer.time)];
        return (
          <g key={distance}>
            <text class="picture-label" x="12" y={y + 5}>{distanceLabel(distance, language)}</text>
            <line class="picture-range" x1={from} x2={to} y1={y} y2={y} />
            <circle class="picture-point" cx={middle} cy={y} r="6" />
            <text class="picture-figure picture-end" x="308" y={y + 6}>
              {estimateText(answer.time, language)}
            </text>
          </g>
        );
      })}
    </>
  );
}
