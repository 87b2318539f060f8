import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { HALF_MARATHON, MARATHON } from "@mypacer/shared/domain/measure/official_lengths.ts";
import { formatPace } from "@mypacer/shared/domain/measure/pace.ts";
import { predictMyPacer } from "@mypacer/shared/domain/models/mypacer_model.ts";
import { predictRiegel } from "@mypacer/shared/domain/models/riegel.ts";
import type { Language } from "../../../kit/language/language.ts";
import { NOTATIONS } from "../../../kit/tools/tool_format.ts";
import { RESULT } from "./example.ts";

const FROM = 3000;
const STEPS = 16;
const PLOT = { left: 50, right: 284, top: 16, bottom: 132 } as const;
const LABELLED = [5000, 10_000, HALF_MARATHON, MARATHON] as const;

/** Two models beside each other: the pace that each expects from one result. */
export function ModelsPicture({ language }: { language: Language }) {
  const distances = Array.from(
    { length: STEPS + 1 },
    (_, step) => FROM * (MARATHON / FROM) ** (step / STEPS),
  );
  const paces = [
    predictRiegel,
    (result: typeof RESULT, distance: number) => predictMyPacer([result], distance),
  ].map((predict) =>
    distances.flatMap((distance) => {
      const answer = predict(RESULT, distance);
      return answer.valid ? [{ distance, pace: answer.time * 1000 / distance }] : [];
    })
  );
  const all = paces.flat().map(({ pace }) => pace);
  const [fastest, slowest] = [Math.min(...all), Math.max(...all)];
  const x = (distance: number) =>
    Math.round(
      PLOT.left +
        Math.log(distance / FROM) / Math.log(MARATHON / FROM) * (PLOT.right - PLOT.left),
    );
  const y = (pace: number) =>
    Math.round(PLOT.top + (pace - fastest) / (slowest - fastest) * (PLOT.bottom - PLOT.top));
  const own = RESULT.time * 1000 / RESULT.distance;
  return (
    <>
      <path
        class="picture-rule"
        fill="none"
        d={`M${PLOT.left} ${PLOT.top - 8}V${PLOT.bottom + 6}H${PLOT.right}`}
      />
      {LABELLED.map((distance) => (
        <text key={distance} class="picture-small" x={x(distance)} y={PLOT.bottom + 24}>
          {distanceLabel(distance, language)}
        </text>
      ))}
      {[fastest, own, slowest].map((pace) => (
        <text key={pace} class="picture-small picture-end" x={PLOT.left - 8} y={y(pace) + 4}>
          {formatPace(pace, { notation: NOTATIONS[language] })}
        </text>
      ))}
      {paces.map((line, at) => (
        <polyline
          key={at}
          class={at === 0 ? "picture-line picture-line-other" : "picture-line"}
          points={line.map(({ distance, pace }) => `${x(distance)},${y(pace)}`).join(" ")}
        />
      ))}
      <circle class="picture-point" cx={x(RESULT.distance)} cy={y(own)} r="6" />
    </>
  );
}
