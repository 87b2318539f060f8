import { distanceLabel, MILE } from "@mypacer/shared/domain/measure/distance.ts";
import { paceOver } from "@mypacer/shared/domain/measure/pace.ts";
import { formatDecimal } from "../../kit/language/format.ts";
import type { Language } from "../../kit/language/language.ts";
import { NOTATIONS } from "../../kit/tools/tool_format.ts";
import { CURVE_LIMIT, CURVE_POINTS, rangeOf, shareAt } from "./curve.ts";
import { curvePace, type CurveScale, lineOf, PLOT, xOf, yOf } from "./curve_picture.ts";
import { curveOf, type PlannerState } from "./state.ts";
import { PLANNER_TEXTS } from "./texts.ts";

/** Distance below which points are named in meters, m. */
const METERS_BELOW = 3000;

/** A distance on the way without its unit: `21,1`, `0`. */
function placeText(meters: number, { distance, every }: PlannerState, language: Language): string {
  if (distance < METERS_BELOW) return String(Math.round(meters));
  const length = meters / (every === "mile" ? MILE : 1000);
  return formatDecimal(length, Number(length.toFixed(1)) % 1 === 0 ? 0 : 1, language);
}

/** Class of a label; those between start, half way and finish give way to large letters. */
const labelClass = (name: string, index: number) =>
  index % ((CURVE_POINTS - 1) / 2) === 0 ? name : `${name} curve-minor`;

/**
 * The pace along the race: a curve whose points are dragged or moved by keys where scripts run
 * (`drag_curve.ts`), and fields of the same values, which the form sends.
 */
export function CurveField({ language, state, problem }: {
  language: Language;
  state: PlannerState;
  problem: string | undefined;
}) {
  const t = PLANNER_TEXTS[language];
  const curve = curveOf(state);
  const { distance, time, effort } = state;
  const scale: CurveScale = {
    mean: paceOver(distance, time / 100),
    unit: state.every === "mile" ? "mi" : "km",
    notation: NOTATIONS[language],
    range: rangeOf(curve),
  };
  const { range } = scale;
  const unit = distance < METERS_BELOW ? "m" : scale.unit;
  /** What names of points are rounded to, m. */
  const size = distance < METERS_BELOW ? 1 : 100;
  const places = curve.map((_, index) => ({
    index,
    x: xOf(shareAt(index)),
    text: placeText(distance * shareAt(index), state, language),
    name: index === 0
      ? t.start
      : index === curve.length - 1
      ? t.finish
      : distanceLabel(Math.round(distance * shareAt(index) / size) * size, language),
  }));
  return (
    <div class="curve">
      <h2 id="curve-heading" class="with-scripts">{t.curve}</h2>
      <svg
        class="curve-picture"
        role="group"
        aria-labelledby="curve-heading"
        data-mean={scale.mean}
        data-unit={scale.unit}
        data-notation={scale.notation}
        data-range={range}
      >
        <g aria-hidden="true">
          {[-range, 0, range].map((percent) => (
            <g key={percent} class={percent === 0 ? "curve-level curve-mean" : "curve-level"}>
              <line x1="0" x2="100%" y1={yOf(percent, range)} y2={yOf(percent, range)} />
              {/* The mean pace is told by the points. */}
              {percent !== 0 && (
                <text x="0" y={yOf(percent, range)} dy="-0.4em">{curvePace(percent, scale)}</text>
              )}
            </g>
          ))}
          {places.map(({ index, x, text }) => (
            <text key={index} class={labelClass("curve-place", index)} x={x} y="92%">
              {text}
              {index === curve.length - 1 && <tspan class="curve-minor">{`\u00a0${unit}`}</tspan>}
            </text>
          ))}
          <svg
            x={`${PLOT.left}%`}
            y={`${PLOT.top}%`}
            width={`${PLOT.width}%`}
            height={`${PLOT.height}%`}
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            overflow="visible"
          >
            <path
              class="curve-line"
              d={lineOf(curve, range, { step: effort === "halves" || effort === "positive" })}
            />
          </svg>
        </g>
        {curve.map((percent, index) => (
          <circle
            key={index}
            class="curve-handle with-scripts"
            role="slider"
            tabindex={0}
            data-point={index}
            aria-orientation="vertical"
            aria-label={places[index]?.name}
            aria-valuemin={-CURVE_LIMIT}
            aria-valuemax={CURVE_LIMIT}
            // What is faster is more.
            aria-valuenow={-percent + 0}
            aria-valuetext={`${curvePace(percent, scale)}/${scale.unit}`}
            cx={xOf(shareAt(index))}
            cy={yOf(percent, range)}
            r="20"
          />
        ))}
        {/* Above the handles, which mark the point under the hand. */}
        <g class="curve-points" aria-hidden="true">
          {curve.map((percent, index) => (
            <text
              key={index}
              class={labelClass("curve-pace", index)}
              x={xOf(shareAt(index))}
              y={yOf(percent, range)}
              dy="-1.1em"
            >
              {curvePace(percent, scale)}
            </text>
          ))}
          {curve.map((percent, index) => (
            <circle
              key={index}
              class="curve-dot"
              cx={xOf(shareAt(index))}
              cy={yOf(percent, range)}
              r="7"
            />
          ))}
        </g>
      </svg>
      <p class="help with-scripts">{t.curveHelp}</p>
      <fieldset class="curve-fields without-scripts">
        <legend>{t.curveFields}</legend>
        {curve.map((percent, index) => (
          <label key={index}>
            {places[index]?.name}
            <input
              type="number"
              name="curve"
              step="any"
              min={-CURVE_LIMIT}
              max={CURVE_LIMIT}
              value={percent}
            />
          </label>
        ))}
      </fieldset>
      {problem && <p class="problem">{problem}</p>}
    </div>
  );
}
