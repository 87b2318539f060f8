import { timeOfGrade } from "@mypacer/shared/domain/models/age_grade.ts";
import type { Language } from "../../kit/language/language.ts";
import { secondsText } from "../../kit/tools/tool_format.ts";
import { type AgeState, SEXES } from "./state.ts";
import { AGE_TEXTS } from "./texts.ts";

/** Size of the picture, and the place of its axes, in its own units. */
const SIZE = { width: 480, height: 360, left: 66, right: 74, top: 16, bottom: 30 } as const;
/** Ages along the picture, years: beyond, times grow so fast that the rest would be flat. */
const AGES = { from: 20, to: 85 } as const;
const LABELED_AGES = [20, 30, 40, 50, 60, 70, 80] as const;

/**
 * The times of one grade by age, a line a sex, and the graded time on its line. The table beside it
 * says the same to those who do not see it.
 */
export function AgeCurve({ language, state, percent }: {
  language: Language;
  state: AgeState;
  percent: number;
}) {
  const t = AGE_TEXTS[language];
  const { course: discipline, distance } = state;
  const lines = SEXES.map((sex) => ({
    sex,
    points: Array.from({ length: AGES.to - AGES.from + 1 }, (_, year) => AGES.from + year)
      .flatMap((age) => {
        const answer = timeOfGrade(percent, { discipline, distance, sex, age });
        return answer.valid ? [{ age, time: answer.time }] : [];
      }),
  }));
  const times = lines.flatMap(({ points }) => points.map(({ time }) => time));
  const [fastest, slowest] = [Math.min(...times), Math.max(...times)];
  if (!(slowest > fastest)) return null;
  const { width, height, left, right, top, bottom } = SIZE;
  const tenths = (length: number) => Math.round(10 * length) / 10;
  const x = (age: number) =>
    tenths(left + (width - left - right) * (age - AGES.from) / (AGES.to - AGES.from));
  const y = (time: number) =>
    tenths(top + (height - top - bottom) * (slowest - time) / (slowest - fastest));
  const levels = [0, 1 / 3, 2 / 3, 1].map((share) => fastest + share * (slowest - fastest));
  const own = lines.find(({ sex }) => sex === state.sex)?.points
    .find(({ age }) => age === state.age);
  return (
    <svg class="age-curve" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {levels.map((time) => (
        <g key={time}>
          <path class="grid" d={`M${left} ${y(time)}H${width - right}`} />
          <text x={left - 8} y={y(time) + 4} text-anchor="end">
            {secondsText(time, language)}
          </text>
        </g>
      ))}
      {LABELED_AGES.map((age) => (
        <text key={age} x={x(age)} y={height - 8} text-anchor="middle">{age}</text>
      ))}
      {lines.map(({ sex, points }) => {
        const last = points.at(-1);
        return (
          <g key={sex} class={`of-${sex}`}>
            <polyline points={points.map(({ age, time }) => `${x(age)},${y(time)}`).join(" ")} />
            {last && <text x={x(last.age) + 8} y={y(last.time) + 4}>{t.sexes[sex]}</text>}
          </g>
        );
      })}
      {own && <circle cx={x(own.age)} cy={y(own.time)} r="7" />}
    </svg>
  );
}
