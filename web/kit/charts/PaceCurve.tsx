import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { formatSeconds } from "@mypacer/shared/domain/measure/mark.ts";
import { fitPersonalCurve } from "@mypacer/shared/domain/models/personal_curve.ts";
import type { ComparedRun } from "@mypacer/shared/contract/comparison.ts";
import { athleteTexts } from "../athletes/athlete_texts.ts";
import type { Written } from "../table_state/table_cells.ts";
import { slotLetter } from "../athletes/overlay.ts";
import {
  CHART_SIZES,
  type ChartRun,
  type ChartSize,
  layChart,
  layCurve,
  type PaceChart,
} from "./pace_chart.ts";
import { type Surface, SURFACES } from "../table_state/table_state.ts";
import type { ShownAthlete } from "../athletes/shown_athlete.ts";

/** A record on the picture. */
export interface CurveRun extends ChartRun {
  surface: Surface;
  event: string;
  /** s, as run, where the time is graded by age. */
  timeAsRun?: number;
}

/** The records of one athlete, and those that the curve is fitted to. */
export interface CurveSeries {
  /** Place among the athletes shown: letter, color and pattern. */
  slot: number;
  name: string;
  runs: readonly CurveRun[];
  restsOn: readonly ChartRun[];
}

/** The runs of an athlete that the picture shows. */
export function curveRuns({ records }: ShownAthlete): CurveRun[] {
  return records.flatMap(({ discipline, distance, mark, event }) => {
    const surface = SURFACES.find((surface) => surface === discipline);
    return surface === undefined ? [] : [{ distance, time: mark / 100, surface, event }];
  });
}

/** Compared runs that the picture shows: as run, or graded by age. */
export function comparedRuns(runs: readonly ComparedRun[]): CurveRun[] {
  return runs.flatMap(({ record: { discipline, distance, event, time: asRun }, time }) => {
    const surface = SURFACES.find((surface) => surface === discipline);
    return surface === undefined ? [] : [{
      distance,
      time: time / 100,
      surface,
      event,
      ...time === asRun ? {} : { timeAsRun: asRun / 100 },
    }];
  });
}

/** The surfaces of some runs, in their order. */
export function surfacesOf(runs: readonly CurveRun[]): Surface[] {
  return SURFACES.filter((surface) => runs.some((run) => run.surface === surface));
}

const points = (of: readonly (readonly [number, number])[]) =>
  of.map(([x, y]) => `${x},${y}`).join(" ");

/** Pace over distance on logarithmic axes. The tables beside it have the same figures. */
export function PaceCurve({ series, written, name, help }: {
  series: readonly CurveSeries[];
  written: Written;
  /** Name of the picture, and the caption below it; of one athlete's records by default. */
  name?: string;
  help?: string;
}) {
  const runs = series.flatMap(({ runs }) => runs);
  if (runs.length === 0) return null;
  const t = athleteTexts(written.language);
  const label = name ?? t.curve;
  return (
    <figure class="pace-curve">
      {Object.entries(CHART_SIZES).map(([width, size]) => (
        <Picture key={width} {...{ size, series, runs, written, label }} class={`curve-${width}`} />
      ))}
      <figcaption class="help">{help ?? t.curveHelp}</figcaption>
    </figure>
  );
}

/** The picture in a size. The style sheet shows the one that the page has room for. */
function Picture({ class: name, size, series, runs, written, label }: {
  class: string;
  size: ChartSize;
  series: readonly CurveSeries[];
  runs: readonly CurveRun[];
  written: Written;
  label: string;
}) {
  const chart = layChart(runs, size);
  if (chart === null) return null;
  const { language, notation } = written;
  const t = athleteTexts(language);
  const { width, height, left, right, top, bottom } = chart;
  return (
    <svg class={name} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
      {chart.paces.map((pace) => (
        <g key={pace} class="chart-grid">
          <line x1={left} x2={width - right} y1={chart.y(pace)} y2={chart.y(pace)} />
          <text x={left - 6} y={chart.y(pace) + 4} text-anchor="end">
            {formatSeconds(pace, { notation, precision: "seconds" })}
          </text>
        </g>
      ))}
      {chart.distances.map((distance) => (
        <g key={distance} class="chart-grid">
          <line x1={chart.x(distance)} x2={chart.x(distance)} y1={top} y2={height - bottom} />
          <text x={chart.x(distance)} y={height - bottom + 18} text-anchor="middle">
            {distanceLabel(distance, language)}
          </text>
        </g>
      ))}
      <text class="chart-axis" x={(left + width - right) / 2} y={height - 4} text-anchor="middle">
        {t.distanceAxis}
      </text>
      <text class="chart-axis" x={4} y={12}>{t.paceAxis}</text>
      {series.map((one) => (
        <Series key={one.slot} {...{ one, chart, written, alone: series.length === 1 }} />
      ))}
    </svg>
  );
}

function Series({ one: { slot, name, runs, restsOn }, chart, written, alone }: {
  one: CurveSeries;
  chart: PaceChart;
  written: Written;
  alone: boolean;
}) {
  const { language, notation } = written;
  const curve = fitPersonalCurve(restsOn);
  const laid = curve.valid ? layCurve(chart, curve) : null;
  return (
    <g class={`series slot-${slot}`}>
      {alone && laid && laid.band.length > 0 && <polygon points={points(laid.band)} />}
      {laid && <polyline class={`series-line series-line-${slot}`} points={points(laid.line)} />}
      {runs.map(({ distance, time, timeAsRun, surface, event }) => {
        const x = chart.x(distance);
        const y = chart.y(time * 1000 / distance);
        const label = [
          name,
          event,
          formatSeconds(timeAsRun ?? time, { notation, precision: "auto" }),
          ...timeAsRun === undefined ? [] : [
            athleteTexts(language).byAgeValue(
              formatSeconds(time, { notation, precision: "seconds" }),
            ),
          ],
          `${formatSeconds(time * 1000 / distance, { notation, precision: "seconds" })}/km`,
        ].join(", ");
        return (
          <g key={`${surface} ${event}`} role="img" aria-label={label}>
            <title>{label}</title>
            <Point {...{ x, y, surface }} size={alone ? 5.5 : 8.5} />
            {!alone && (
              <text class="series-letter" x={x} y={y + 4} text-anchor="middle" aria-hidden="true">
                {slotLetter(slot)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Track, short track and road each have their own shape. */
function Point({ x, y, surface, size }: { x: number; y: number; surface: Surface; size: number }) {
  switch (surface) {
    case "track":
      return <circle cx={x} cy={y} r={size} />;
    case "road":
      return <rect x={x - size} y={y - size} width={2 * size} height={2 * size} />;
    case "short-track":
      return <path d={`M${x} ${y - 1.3 * size}l${1.2 * size} ${2.1 * size}h${-2.4 * size}z`} />;
  }
}

/** The meaning of the shapes. */
export function CurveLegend({ surfaces, written }: {
  surfaces: readonly Surface[];
  written: Written;
}) {
  const t = athleteTexts(written.language);
  return (
    <ul class="curve-legend">
      {surfaces.map((surface) => (
        <li key={surface}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <Point x={8} y={8} surface={surface} size={5.5} />
          </svg>
          {t.legend[surface]}
        </li>
      ))}
    </ul>
  );
}
