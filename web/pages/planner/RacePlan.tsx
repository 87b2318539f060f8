import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { paceOver, paceToSpeed } from "@mypacer/shared/domain/measure/pace.ts";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { ExampleNote } from "../../kit/tools/ExampleNote.tsx";
import { Facts } from "../../kit/tools/Facts.tsx";
import { PrintLine } from "../../kit/tools/PrintLine.tsx";
import { paceText, percentText, speedText, timeText } from "../../kit/tools/tool_format.ts";
import { Band } from "./Band.tsx";
import { PLAN_VIEWS, PLANNER, type PlannerState } from "./state.ts";
import { PLANNER_TEXTS } from "./texts.ts";
import { placeName, planTime, unitOf, writeHalves, writeSplits } from "./written_plan.ts";

/** A plan by its race: `Marathon en 3h15'00"`. */
export function planTitle({ distance, time }: PlannerState, language: Language): string {
  return PLANNER_TEXTS[language].title(
    distanceLabel(distance, language),
    timeText(time, language),
  );
}

/** A plan in a line: `4'37"/km en moyenne · seconde moitié 2 % plus rapide`. */
export function planSummary(state: PlannerState, language: Language): string {
  const t = PLANNER_TEXTS[language];
  const { distance, time, effort, percent } = state;
  const size = Math.abs(percent);
  const faster = effort === "positive" ? -percent : percent;
  const spread = effort === "halves" || effort === "positive"
    ? faster < 0 ? "positive" : "halves"
    : effort;
  const pace = paceText(paceOver(distance, time / 100), language, unitOf(state));
  return t.summary(
    pace,
    t.spread[spread](percentText(size, language, Number.isInteger(size) ? 0 : 1)),
  );
}

/** A race plan: its halves and passing times, as a sheet or a wristband. */
export function RacePlan({ language, state, example = false }: {
  language: Language;
  state: PlannerState;
  /** Whether it is the plan of a first visit, which is nobody's. */
  example?: boolean;
}) {
  const t = PLANNER_TEXTS[language];
  const { distance, time } = state;
  const unit = unitOf(state);
  const pace = paceOver(distance, time / 100);
  const title = planTitle(state, language);
  return (
    <section class={`plan plan-${state.view}`} aria-labelledby="plan-heading">
      {example && <ExampleNote language={language} />}
      <div class="plan-head">
        <h2 id="plan-heading">{title}</h2>
        <p class="on-paper">{planSummary(state, language)}</p>
        <nav class="views on-screen" aria-label={t.views}>
          {PLAN_VIEWS.map((view) => (
            <a
              key={view}
              class="view"
              href={PATHS[language].planner + PLANNER.search({ ...state, view })}
              aria-current={view === state.view ? "true" : undefined}
              data-live="main"
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
          ...writeHalves(state).map(({ split }, at) =>
            [t.halves[at] ?? "", planTime(split, state, language)] as const
          ),
        ]}
      />
      {state.view === "sheet"
        ? (
          <div class="tool-scroll" role="group" aria-labelledby="plan-heading" tabIndex={0}>
            <PlanTable language={language} state={state} />
          </div>
        )
        : <Band language={language} state={state} title={title} />}
    </section>
  );
}

function PlanTable({ language, state }: { language: Language; state: PlannerState }) {
  const t = PLANNER_TEXTS[language];
  const { distance, time } = state;
  return (
    <table class="tool-table">
      <caption class="hidden">
        {t.caption(distanceLabel(distance, language), timeText(time, language))}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t.at}</th>
          <th scope="col">{t.cumulative}</th>
          <th scope="col">{t.split}</th>
          <th scope="col">{t.splitPace}</th>
        </tr>
      </thead>
      <tbody>
        {writeSplits(state).map((split) => (
          <tr key={split.distance}>
            <th scope="row">{placeName(split.distance, state, language)}</th>
            <td class="tool-main">{planTime(split.cumulative, state, language)}</td>
            <td>{planTime(split.split, state, language)}</td>
            <td class="tool-soft">{paceText(split.pace, language, unitOf(state))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
