import { DEFAULT_DISTANCES, distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import type { JSX } from "preact";
import type { Language } from "../../kit/language/language.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import { columns, type TableState } from "../../kit/table_state/table_state.ts";
import { COLUMN_GROUPS, COLUMN_SETS, shownColumns } from "../../kit/table_state/column_sets.ts";
import type { TableActions } from "./table_actions.ts";
import { StateLink } from "./StateLink.tsx";
import { TextField } from "../../kit/forms/TextField.tsx";

/** The state with other official distances. */
function withColumns(state: TableState, shown: readonly number[] | null): TableState {
  return { ...state, shown: shownColumns(shown ?? []) };
}

/** Which distances the columns have: ready-made choices, boxes by group, and the visitor's own. */
export function ColumnsField({ language, state, actions, field }: {
  language: Language;
  state: TableState;
  actions: TableActions | undefined;
  /** The field of the visitor's own distances. */
  field: JSX.IntrinsicElements["input"] & {
    id: string;
    problem: string | undefined;
    reading: string | undefined;
  };
}) {
  const t = textsOf(language).controls;
  const shown = state.shown ?? DEFAULT_DISTANCES;
  const tick = (meters: number, ticked: boolean) => {
    const others = shown.filter((other) => other !== meters);
    actions?.adjust(withColumns(state, ticked ? [...others, meters] : others));
  };
  return (
    <details
      class="controls-more"
      open={field.problem !== undefined || field.reading !== undefined}
    >
      <summary>
        {t.columns} <span class="of-all">({columns(state).length})</span>
      </summary>
      <div class="columns">
        <p class="columns-sets">
          <span class="hidden">{t.setsLabel}</span>
          {(Object.keys(COLUMN_SETS) as (keyof typeof COLUMN_SETS)[]).map((name) => (
            <StateLink
              key={name}
              class="action"
              language={language}
              state={withColumns(state, COLUMN_SETS[name])}
              go={actions?.adjust}
            >
              {t.sets[name]}
            </StateLink>
          ))}
        </p>
        {(Object.keys(COLUMN_GROUPS) as (keyof typeof COLUMN_GROUPS)[]).map((group) => (
          <fieldset key={group} class="field boxes">
            <legend>{t.groups[group]}</legend>
            {COLUMN_GROUPS[group].map((meters) => (
              <label key={meters} class="box">
                <input
                  type="checkbox"
                  name="cols"
                  value={meters}
                  checked={shown.includes(meters)}
                  onChange={(event) => tick(meters, event.currentTarget.checked)}
                />
                <span>{distanceLabel(meters, language)}</span>
              </label>
            ))}
          </fieldset>
        ))}
        <TextField {...field} label={t.distances} help={t.distancesHelp} wide />
        {state.custom.length > 0 && (
          <p class="columns-own">
            {state.custom.map((meters) => (
              <StateLink
                key={meters}
                class="tag"
                language={language}
                state={{ ...state, custom: state.custom.filter((other) => other !== meters) }}
                go={actions?.adjust}
              >
                <span aria-hidden="true">{distanceLabel(meters, language)} ×</span>
                <span class="hidden">{t.removeDistance(distanceLabel(meters, language))}</span>
              </StateLink>
            ))}
          </p>
        )}
      </div>
    </details>
  );
}
