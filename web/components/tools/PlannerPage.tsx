import { distanceLabel } from "@mypacer/shared/domain/distance.ts";
import { paceOver, paceToSpeed } from "@mypacer/shared/domain/pace.ts";
import { planHalves, planSplits, type Split } from "@mypacer/shared/domain/split_plan.ts";
import { type Language, PATHS } from "../../i18n/language.ts";
import { PLANNER_TEXTS } from "../../i18n/planner_texts.ts";
import { paceText, speedText, timeText } from "../../i18n/tool_format.ts";
import type { ToolData } from "../../server/tool.ts";
import {
  PLAN_VIEWS,
  type PlannerInput,
  plannerSearch,
  type PlannerState,
  SPLIT_LENGTHS,
  strategyOf,
} from "../../state/planner_state.ts";
import { Facts } from "./Facts.tsx";
import { PlannerForm } from "./PlannerForm.tsx";
import { PrintLine } from "./PrintLine.tsx";
import { ToolPage } from "./ToolPage.tsx";

/** Below this distance hundredths matter, m. */
const HUNDREDTHS_BELOW = 3000;

/** A plan with what its figures are written by. */
interface Plan {
  language: Language;
  state: PlannerState;
  splits: readonly Split[];
  /** A time of the plan as text. */
  time: (hundredths: number) => string;
}

/** The race planner. */
export function PlannerPage({ language, facts, input, search }: ToolData<PlannerInput>) {
  const t = PLANNER_TEXTS[language];
  const { state } = input;
  const { distance, time } = state;
  const strategy = strategyOf(state);
  const splits = planSplits({ distance, time, every: SPLIT_LENGTHS[state.every] }, strategy);
  const halves = planHalves({ distance, time }, strategy);
  const precise = time % 100 !== 0 || distance < HUNDREDTHS_BELOW ? "hundredths" : "seconds";
  const plan: Plan = {
    language,
    state,
    splits,
    time: (hundredths) => timeText(hundredths, language, precise),
  };
  const label = distanceLabel(distance, language);
  const goal = timeText(time, language);
  const unit = state.every === "mile" ? "mi" : "km";
  const pace = paceOver(distance, time / 100);
  return (
    <ToolPage
      language={language}
      name="planner"
      search={search}
      title={search === "" ? undefined : t.title(label, goal)}
      heading={t.heading}
      lead={t.lead}
      description={t.description}
      facts={facts}
    >
      <PlannerForm language={language} input={input} />
      <section class={`plan plan-${state.view}`} aria-labelledby="plan-heading">
        <div class="plan-head">
          <h2 id="plan-heading">{t.title(label, goal)}</h2>
          <nav class="views on-screen" aria-label={t.views}>
            {PLAN_VIEWS.map((view) => (
              <a
                key={view}
                class="view"
                href={PATHS[language].planner + plannerSearch({ ...state, view })}
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
            [t.meanSpeed, speedText(paceToSpeed(pace), language)],
            [t.halves[0], plan.time(halves[0])],
            [t.halves[1], plan.time(halves[1])],
          ]}
        />
        {state.view === "band" && <p class="help">{t.bandHelp}</p>}
        <div class="plan-body">
          {state.view === "sheet" && (
            <PlanTable {...plan} unit={unit} caption={t.caption(label, goal)} />
          )}
          {/* Beside the table it only shows what the other layout prints. */}
          <Band {...plan} label={label} goal={goal} preview={state.view === "sheet"} />
        </div>
      </section>
    </ToolPage>
  );
}

/** Where a split ends: the name of the distance, or the finish. */
function placeOf(split: Split, { splits, language }: Plan): string {
  return split === splits.at(-1)
    ? PLANNER_TEXTS[language].finish
    : splitLabel(split.distance, language);
}

/** A distance on the way: of miles their number, else kilometers or meters. */
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
    <table class="figures">
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
            <td class="figure-main">{time(split.cumulative)}</td>
            <td>{time(split.split)}</td>
            <td class="figure-soft">
              {paceText(paceOver(split.length, split.split / 100), language, unit)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The strip for the wrist: where and when, large enough to be read on the run. */
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
