import type { Language } from "../i18n/language.ts";
import { PATHS } from "../i18n/language.ts";
import { problemText, textsOf } from "../i18n/texts.ts";
import type { Problems, Typed } from "../state/board_input.ts";
import { type BoardState, DEFAULT_STATE, type FieldName, type Unit } from "../state/board_state.ts";
import type { BoardActions } from "./board_actions.ts";
import { StateInputs } from "./StateInputs.tsx";
import { StateLink } from "./StateLink.tsx";
import { TextField } from "./TextField.tsx";

/** Fields in their order, the first three always in view. */
const OWN_FIELDS: readonly FieldName[] = ["slow", "fast", "step", "d", "vma", "unit"];

/** The controls of the table: a GET form that scripts make instant. */
export function TableForm({ language, state, typed, problems, actions }: {
  language: Language;
  state: BoardState;
  typed: Typed;
  /** Only those the visitor should see now. */
  problems: Problems;
  actions?: BoardActions;
}) {
  const texts = textsOf(language);
  const t = texts.controls;
  const wrong = OWN_FIELDS.filter((name) => problems[name]);
  const field = (name: FieldName) => {
    return {
      id: `field-${name}`,
      name,
      value: typed[name],
      problem: problemText(problems[name], texts),
      onInput: (event: Event) => actions?.type(name, (event.target as HTMLInputElement).value),
      onChange: () => actions?.commit(name),
    };
  };
  const submit = (event: Event) => {
    if (!actions) return;
    event.preventDefault();
    actions.commit();
    const form = event.currentTarget as HTMLFormElement;
    // Once the problems are drawn, the first wrong field takes the focus.
    requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid]")?.focus());
  };
  const changed = state.slowest !== DEFAULT_STATE.slowest ||
    state.fastest !== DEFAULT_STATE.fastest || state.step !== DEFAULT_STATE.step ||
    state.custom.length > 0 || state.vma !== null || state.unit !== "km";
  const open = state.custom.length > 0 || state.vma !== null || state.unit !== "km" ||
    problems.d !== undefined || problems.vma !== undefined || problems.unit !== undefined;

  return (
    <form class="controls" method="get" action={PATHS[language].home} onSubmit={submit}>
      <h2 class="hidden">{t.heading}</h2>
      {wrong.length > 0 && (
        <div class="notice notice-wrong" role="alert">
          <p>{t.wrong(wrong.length)} {t.wrongHelp}</p>
        </div>
      )}
      <StateInputs state={state} except={OWN_FIELDS} />
      <div class="controls-main">
        <TextField {...field("slow")} label={t.slow} unit={t.perKm} />
        <TextField {...field("fast")} label={t.fast} unit={t.perKm} />
        <TextField {...field("step")} label={t.step} unit={t.stepUnit} inputmode="decimal" />
        <button class="button" type="submit">{t.apply}</button>
      </div>
      <div class="controls-foot">
        <details class="controls-more" open={open}>
          <summary>{t.more}</summary>
          <div class="controls-rest">
            <TextField
              {...field("vma")}
              label={t.vma}
              unit={t.vmaUnit}
              help={t.vmaHelp}
              inputmode="decimal"
            />
            <TextField {...field("d")} label={t.distances} help={t.distancesHelp} wide />
            <fieldset class="field choice">
              <legend>{t.unit}</legend>
              {(["km", "mi"] satisfies Unit[]).map((unit) => (
                <label key={unit} class="option">
                  <input
                    type="radio"
                    name="unit"
                    value={unit}
                    checked={state.unit === unit}
                    onChange={() => {
                      actions?.type("unit", unit);
                      actions?.commit("unit");
                    }}
                  />
                  <span>{unit === "km" ? t.kilometre : t.mile}</span>
                </label>
              ))}
            </fieldset>
          </div>
        </details>
        {changed && (
          <p class="controls-reset">
            <StateLink
              language={language}
              state={{ ...DEFAULT_STATE, athletes: state.athletes }}
              go={actions?.go}
            >
              {t.reset}
            </StateLink>
          </p>
        )}
      </div>
    </form>
  );
}
