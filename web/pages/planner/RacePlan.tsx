import { distanceLabel, MILE } from "@mypacer/shared/domain/measure/distance.ts";
import { type Pace, paceOver, paceToSpeed } from "@mypacer/shared/domain/measure/pace.ts";
import { planSplits, roundSplits, type Split } from "@mypacer/shared/domain/table/split_plan.ts";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { PLANNER_TEXTS } from "./texts.ts";
import { paceText, speedText, timeText } from "../../kit/tools/tool_format.ts";
import { PLAN_VIEWS, PLANNER, type PlannerState, SPLIT_LENGTHS, strategyOf } from "./state.ts";
import { Facts } from "../../kit/tools/Facts.tsx";
import { PrintLine } from "../../kit/tools/PrintLine.tsx";

/** Below this distance hundredths matter, m. */
const HUNDREDTHS_BELOW = 3000;
/** Lengths that paces refer to, m. */
const PACE_LENGTHS = { km: 1000, mi: MILE } as const;

/** A split as shown, with its pace in s/km. */
type WrittenSplit = Split & { pace: Pace };

/** A plan with the format of its figures. */
interface Plan {
  language: Language;
  splits: readonly WrittenSplit[];
  /** A time of the plan as text. */
  time: (hundredths: number) => string;
}

/** Whether times of a plan are written with hundredths. */
const isPrecise = ({ distance, time }: PlannerState) =>
  time % 100 !== 0 || distance < HUNDREDTHS_BELOW;

/** The splits of a plan, rounded so that the shown figures add up. */
function writeSplits(state: PlannerState, every: number, unit: "km" | "mi"): WrittenSplit[] {
  const { distance, time } = state;
  const exact = planSplits({ distance, time, every }, strategyOf(state));
  return roundSplits(exact, isPrecise(state) ? 1 : 100).map((written, at) => {
    // Over the reference length of paces, pace and split are equal: both are formatted alike.
    const isPace = Math.abs(written.length - PACE_LENGTHS[unit]) < 1e-6;
    const { split } = isPace ? written : exact[at] ?? written;
    return { ...written, pace: paceOver(written.length, split / 100) };
  });
}

/** A race plan: its halves and passing times, as a sheet or a wristband. */
export function RacePlan({ language, state }: { language: Language; state: PlannerState }) {
  const t = PLANNER_TEXTS[language];
  const { distance, time } = state;
  const unit = state.every === "mile" ? "mi" : "km";
  const halves = writeSplits(state, distance / 2, unit).map(({ split }) => split);
  const precision = isPrecise(state) ? "hundredths" : "seconds";
  const plan: Plan = {
    language,
    splits: writeSplits(state, SPLIT_LENGTHS[state.every], unit),
    time: (hundredths) => timeText(hundredths, language, precision),
  };
  const label = distanceLabel(distance, language);
  const goal = timeText(time, language);
  const pace = paceOver(distance, time / 100);
  return (
    <section class={`plan plan-${state.view}`} aria-labelledby="plan-heading">
      <div class="plan-head">
        <h2 id="plan-heading">{t.title(label, goal)}</h2>
        <nav class="views on-screen" aria-label={t.views}>
          {PLAN_VIEWS.map((view) => (
            <a
              key={view}
              class="view"
              href={PATHS[language].planner + PLANNER.search({ ...state, view })}
              aria-current={view === state.view ? "true" : undefined}
            >
              {t.view[view]}
            </a>
          ))}
        </nav>
        <PrintLine language={language} />
      </div>
      <Facts
        facts={[
          [t.meanPace, paceText(pace, language, unit)],
          [t.meanSpeed, speedText(paceToSpeed(pace), language, 2, unit)],
          ...halves.map((half, at) => [t.halves[at] ?? "", plan.time(half)] as const),
        ]}
      />
      {state.view === "band" && <p class="help">{t.bandHelp}</p>}
      <div class="plan-body">
        {state.view === "sheet" && (
          <div class="tool-scroll" role="group" aria-labelledby="plan-heading" tabIndex={0}>
            <PlanTable {...plan} unit={unit} caption={t.caption(label, goal)} />
          </div>
        )}
        {/* Beside the table it only shows what the other layout prints. */}
        <Band {...plan} label={label} goal={goal} preview={state.view === "sheet"} />
      </div>
    </section>
  );
}

/** Where a split ends: the name of the distance, or the finish. */
function placeOf(split: Split, { splits, language }: Plan): string {
  return split === splits.at(-1)
    ? PLANNER_TEXTS[language].finish
    : splitLabel(split.distance, language);
}

/** A distance on the way: the number of miles, else kilometers or meters. */
function splitLabel(meters: number, language: Language): string {
  const label = distanceLabel(meters, language);
  return meters >= 1000 && meters < 5000 && meters % 1000 === 0
    ? `${meters / 1000}\u00a0km`
    : label;
}

function PlanTable({ unit, caption, ...plan }: Plan & { unit: "km" | "mi"; caption: string }) {
  const { language, splits, time } = plan;
  const t = PLANNER_TEXTS[language];
  return (
    <table class="tool-table">
      <caption class="hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.at}</th>
          <th scope="col">{t.cumulative}</th>
          <th scope="col">{t.split}</th>
          <th scope="col">{t.splitPace}</th>
        </tr>
      </thead>
      <tbody>
        {splits.map((split) => (
          <tr key={split.distance}>
            <th scope="row">{placeOf(split, plan)}</th>
            <td class="tool-main">{time(split.cumulative)}</td>
            <td>{time(split.split)}</td>
            <td class="tool-soft">{paceText(split.pace, language, unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The wristband: places and times, large enough to read while running. */
function Band(
  { label, goal, preview, ...plan }: Plan & { label: string; goal: string; preview: boolean },
) {
  return (
    <div class="band" aria-hidden={preview ? "true" : undefined}>
      <p class="band-title">
        {label} <b>{goal}</b>
      </p>
      <ol>
        {plan.splits.map((split) => (
          <li key={split.distance}>
            <span>{placeOf(split, plan)}</span>
            <b>{plan.time(split.cumulative)}</b>
          </li>
        ))}
      </ol>
    </div>
  );
}
