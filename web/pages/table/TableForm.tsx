import type { ComponentChildren } from "preact";
import { speedUnit } from "@mypacer/shared/domain/measure/pace.ts";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { problemText, readingText, textsOf } from "../../kit/texts/texts.ts";
import {
  DRAWN_ROWS,
  drawnRows,
  type FieldName,
  parametersBut,
  type Problems,
  stateSearch,
  type Typed,
} from "../../kit/table_state/table_fields.ts";
import {
  DEFAULT_STATE,
  type Notation,
  type TableState,
  type Unit,
  withRows,
} from "../../kit/table_state/table_state.ts";
import type { Notes } from "../../kit/forms/field.ts";
import { ROW_KINDS, type RowKind } from "../../kit/table_state/row_kinds.ts";
import { readers } from "./later_scripts.ts";
import type { TableActions } from "./table_actions.ts";
import { ChoiceField } from "../../kit/forms/ChoiceField.tsx";
import { ColumnsField } from "./ColumnsField.tsx";
import { trackAddress } from "../../kit/addresses/track_address.ts";
import { HiddenInputs } from "../../kit/forms/HiddenInputs.tsx";
import { RecordLists } from "./RecordLists.tsx";
import { StateLink } from "./StateLink.tsx";
import { TermButton } from "../../kit/glossary/TermButton.tsx";
import { TextField } from "../../kit/forms/TextField.tsx";

/** Fields of this form. */
const OWN_FIELDS = [
  "by",
  "over",
  "slow",
  "fast",
  "step",
  "cols",
  "d",
  "vma",
  "mine",
  "unit",
  "n",
] as const;
/** Fields that are folded at first. */
const SETTINGS = ["vma", "mine", "unit", "n"] as const;

/** The controls of the table: a GET form that scripts make instant. */
export function TableForm(
  { language, state, typed, notes, problems, actions, hasSettings = false, columns }: {
    language: Language;
    state: TableState;
    typed: Typed;
    /** Only those that the visitor should see now, like the problems. */
    notes: Notes<FieldName>;
    problems: Problems;
    actions?: TableActions;
    /** The browser has settings of an earlier visit. */
    hasSettings?: boolean;
    /** How many columns a narrow screen shows. */
    columns?: ComponentChildren;
  },
) {
  const texts = textsOf(language);
  const t = texts.controls;
  const { by, unit } = state;
  const wrong = OWN_FIELDS.filter((name) => problems[name]);
  const field = (name: FieldName) => ({
    id: `field-${name}`,
    name,
    value: typed[name],
    problem: problemText(problems[name], language),
    reading: readingText(notes[name], language),
    onInput: (event: Event) => actions?.type(name, (event.target as HTMLInputElement).value),
    onChange: () => actions?.commit(name),
  });
  const bringReaders = () => actions && readers.use(() => {});
  const submit = (event: Event) => {
    if (!actions) return;
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    readers.use(() => {
      actions.commit();
      // Once the problems are drawn, the first wrong field takes the focus.
      requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      // Not requestSubmit(), which would come back here.
    }, () => form.submit());
  };
  const { athletes, hidden, surfaces } = state;
  const first = { ...DEFAULT_STATE, athletes, hidden, surfaces };
  // Set values are visible in the table; the fold opens only for wrong fields.
  const open = SETTINGS.some((name) => problems[name] !== undefined);
  const perHour = speedUnit(unit, texts.notation);
  const boundUnit = { pace: t.paceUnit[unit], speed: perHour, time: t.timeUnit }[by];
  const stepUnit = by === "speed" ? perHour : t.stepUnit[by];
  const adjust = (changes: Partial<TableState>) => actions?.adjust({ ...state, ...changes });

  return (
    <form
      class="controls"
      method="get"
      action={PATHS[language].table}
      onSubmit={submit}
      // Loads the readers when somebody is about to type.
      onPointerEnter={bringReaders}
      onFocusIn={bringReaders}
    >
      <h2 class="hidden">{t.heading}</h2>
      {wrong.length > 0 && (
        <div class="notice notice-wrong" role="alert">
          <p>{t.wrong(wrong.length)} {t.wrongHelp}</p>
        </div>
      )}
      <HiddenInputs
        parameters={[...parametersBut(state, OWN_FIELDS), [DRAWN_ROWS, drawnRows(state)]]}
      />
      <div class="controls-bar">
        <label class="controls-switch">
          <input type="checkbox" defaultChecked={wrong.length > 0} />
          <span>{t.settings}</span>
        </label>
        {columns}
        <a class="action track-link" href={trackAddress(language, { state })} rel="nofollow">
          {t.track}
        </a>
      </div>
      <div class="controls-top">
        <div class="controls-rows">
          <ChoiceField<RowKind>
            name="by"
            legend={t.rowsBy}
            chosen={by}
            options={ROW_KINDS.map((kind) => [kind, t.rows[kind]])}
            choose={(kind) => actions?.go(withRows(state, kind, state.over))}
          />
          {by === "time" && (
            <TextField
              {...field("over")}
              label={t.over}
              onInput={() => {}}
              onChange={(event) => actions?.aim(event.currentTarget.value)}
            />
          )}
        </div>
        <div class="controls-main">
          <TextField {...field("slow")} label={t.slow[by]} unit={boundUnit} />
          <TextField {...field("fast")} label={t.fast[by]} unit={boundUnit} />
          <TextField {...field("step")} label={t.step} unit={stepUnit} inputmode="decimal" />
          <button class="button without-scripts" type="submit">{t.apply}</button>
        </div>
      </div>
      <div class="controls-foot">
        <ColumnsField {...{ language, state, actions }} field={field("d")} />
        <details class="controls-more" open={open}>
          <summary>{t.more}</summary>
          <div class="controls-rest">
            <TextField
              {...field("vma")}
              label={t.vma}
              term={<TermButton term="vma" label={t.vmaMeans} />}
              unit={t.vmaUnit}
              help={t.vmaHelp}
              inputmode="decimal"
            />
            <TextField
              {...field("mine")}
              label={t.mine}
              unit={t.paceUnit[unit]}
              help={t.mineHelp}
            />
            <ChoiceField<Unit>
              name="unit"
              legend={t.unit}
              chosen={unit}
              options={[["km", t.kilometre], ["mi", t.mile]]}
              choose={(unit) => actions?.chooseUnit(unit)}
            />
            <ChoiceField<Notation>
              name="n"
              legend={t.notation}
              chosen={state.notation ?? texts.notation}
              options={[["french", `4'30"`], ["english", "4:30"]]}
              choose={(notation) =>
                adjust({ notation: notation === texts.notation ? null : notation })}
            />
            {hasSettings && (
              <p class="help">
                {t.kept}{" "}
                <button type="button" class="link-button" onClick={() => actions?.forget()}>
                  {t.forget}
                </button>
              </p>
            )}
          </div>
        </details>
        <RecordLists {...{ language, state, actions }} />
        {stateSearch(state) !== stateSearch(first) && (
          <p class="controls-reset">
            <StateLink language={language} state={first} go={actions?.go}>{t.reset}</StateLink>
          </p>
        )}
      </div>
    </form>
  );
}
