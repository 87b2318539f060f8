import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { planSplits } from "@mypacer/shared/domain/table/split_plan.ts";
import type { Language } from "../../../kit/language/language.ts";
import { timeText } from "../../../kit/tools/tool_format.ts";
import { FASTER_HALF, PICTURE, RACE } from "./example.ts";

/** Passing points on the band, m: as many as are legible. */
const SHOWN = [10_000, RACE.distance / 2, 30_000, RACE.distance] as const;
const EDGE = 8;
const BAND = { top: 84, height: 60 } as const;
const CURVE = { top: 18, height: 44 } as const;

/** A plan: the pace along a marathon run faster in its second half, and the band for the wrist. */
export function PlanPicture({ language }: { language: Language }) {
  const strategy = { kind: "progressive", percent: FASTER_HALF } as const;
  const passing = (every: number) => planSplits({ ...RACE, every }, strategy);
  const splits = passing(1000);
  const paces = splits.map(({ split, length }) => split / length);
  const [slowest, fastest] = [Math.max(...paces), Math.min(...paces)];
  const width = PICTURE.width - 2 * EDGE;
  const x = (distance: number) => EDGE + distance / RACE.distance * width;
  const y = (pace: number) =>
    CURVE.top + CURVE.height * (pace - fastest) / Math.max(slowest - fastest, Number.EPSILON);
  const line = splits.map(({ distance, length }, at) =>
    `${x(distance - length / 2).toFixed(1)},${y(paces[at] ?? fastest).toFixed(1)}`
  );
  const cell = width / SHOWN.length;
  return (
    <>
      <polygon
        class="picture-area"
        points={`${EDGE},${CURVE.top + CURVE.height + 8} ${line.join(" ")} ${EDGE + width},${
          CURVE.top + CURVE.height + 8
        }`}
      />
      <polyline class="picture-line" points={line.join(" ")} />
      <rect class="picture-paper" x={EDGE} y={BAND.top} width={width} height={BAND.height} rx="3" />
      {SHOWN.map((distance, at) => {
        const middle = EDGE + (at + 0.5) * cell;
        const time = passing(distance)[0]?.cumulative ?? RACE.time;
        return (
          <g key={distance}>
            {distance === RACE.distance / 2 && (
              <rect
                class="picture-data"
                x={EDGE + at * cell}
                y={BAND.top}
                width={cell}
                height={BAND.height}
              />
            )}
            <text class="picture-small picture-on-paper" x={middle} y={BAND.top + 23}>
              {distanceLabel(distance, language)}
            </text>
            <text class="picture-figure picture-on-paper" x={middle} y={BAND.top + 44}>
              {timeText(Math.round(time / 100) * 100, language, "seconds")}
            </text>
          </g>
        );
      })}
    </>
  );
}
