import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import { type Surface, SURFACES, type TableState } from "../../kit/table_state/table_state.ts";
import type { ShownAthlete } from "../../kit/athletes/shown_athlete.ts";
import { athleteFacts } from "../../kit/athletes/AthleteLine.tsx";
import { comparisonAddress } from "../../kit/addresses/athlete_address.ts";
import type { TableActions } from "./table_actions.ts";
import { athleteName, Badge } from "../../kit/athletes/RecordMark.tsx";
import { slotLetter } from "../../kit/athletes/overlay.ts";
import { parametersBut, stateParameters, stateSearch } from "../../kit/table_state/table_fields.ts";
import { HiddenInputs } from "../../kit/forms/HiddenInputs.tsx";
import { AthleteSheet } from "./AthleteSheet.tsx";
import { WITHOUT } from "./without.ts";
import { RecordsState } from "../../kit/athletes/RecordsState.tsx";
import type { RememberedAthletes } from "./remembered_athletes.ts";
import { Cross, Sheet } from "./Sheet.tsx";
import { SHEET_TEXTS } from "./sheet_texts.ts";

/** What the athletes are drawn from. */
export interface ChosenProps {
  language: Language;
  state: TableState;
  athletes: readonly ShownAthlete[];
  /** Message for a wrong list in the URL. */
  problem?: string | undefined;
  actions?: TableActions | undefined;
  /** The athletes that the browser keeps. */
  remembered?: RememberedAthletes;
}

const NOBODY: RememberedAthletes = { me: null, chosen: [] };
/** Id of the sheet that says which records are shown. */
const SURFACES_ID = "surfaces";

/** Whether something about the records of an athlete has to be said at once. */
function isTroubled({ missing, stale }: ShownAthlete): boolean {
  return stale || missing !== null && missing !== "loading";
}

/**
 * The athletes laid over the table, a line each: letter, color and pattern, name, removal. All else
 * is in the sheet that the name opens, but for what is wrong with records.
 */
export function ChosenAthletes(
  { language, state, athletes, problem, actions, remembered = NOBODY }: ChosenProps,
) {
  const t = textsOf(language).athletes;
  if (athletes.length === 0 && !problem) return null;
  return (
    <section class="chosen" aria-labelledby="chosen-heading">
      <h2 id="chosen-heading" class="hidden">{t.heading}</h2>
      {problem && <p class="notice notice-wrong" role="alert">{problem}</p>}
      <form class="chosen-athletes" method="get" action={PATHS[language].table}>
        <HiddenInputs parameters={stateParameters(state)} />
        <div class="chosen-line">
          <ul class="pills">
            {athletes.map((athlete, slot) => (
              <Pill
                key={athlete.ffaId}
                {...{ language, state, athlete, slot, actions }}
                me={remembered.me}
              />
            ))}
          </ul>
          {athletes.length > 1 && (
            <a
              class="action on-screen"
              rel="nofollow"
              href={comparisonAddress(language, { state })}
            >
              {t.compare}
            </a>
          )}
          {athletes.length > 1 && (
            <a
              class="action on-screen"
              rel="nofollow"
              href={PATHS[language].race + stateSearch(state)}
            >
              {t.race}
            </a>
          )}
          {athletes.length > 0 && (
            <button type="button" class="action on-screen" popovertarget={SURFACES_ID}>
              {SHEET_TEXTS[language].surfaces}
            </button>
          )}
          {(remembered.me !== null || remembered.chosen.length > 0) && (
            <button
              type="button"
              class="action on-screen"
              title={SHEET_TEXTS[language].remembered}
              onClick={() => actions?.forgetAthletes()}
            >
              {SHEET_TEXTS[language].forget}
            </button>
          )}
        </div>
        {athletes.map((athlete, slot) =>
          isTroubled(athlete) && (
            <div key={athlete.ffaId} class="trouble">
              <Badge slot={slot} />
              <div>
                <p class="trouble-name">{athleteName(athlete, language)}</p>
                <RecordsState {...{ language, athlete, actions }} />
              </div>
            </div>
          )
        )}
      </form>
      {athletes.length > 0 && <SurfaceFilter {...{ language, state, actions }} />}
    </section>
  );
}

/** Which records are shown, by where they were run. */
function SurfaceFilter({ language, state, actions }: {
  language: Language;
  state: TableState;
  actions: TableActions | undefined;
}) {
  const t = textsOf(language).athletes;
  const tick = (surface: Surface, ticked: boolean) => {
    const surfaces = SURFACES.filter((other) =>
      other === surface ? ticked : state.surfaces.includes(other)
    );
    // An empty choice would show nothing, so it means all.
    actions?.adjust({ ...state, surfaces: surfaces.length === 0 ? SURFACES : surfaces });
  };
  return (
    <Sheet id={SURFACES_ID} language={language} title={SHEET_TEXTS[language].surfaces}>
      <form method="get" action={PATHS[language].table}>
        <HiddenInputs parameters={parametersBut(state, ["on"])} />
        <fieldset class="field boxes surfaces">
          <legend class="hidden">{t.surfaces}</legend>
          {SURFACES.map((surface) => (
            <label key={surface} class="box">
              <input
                type="checkbox"
                name="on"
                value={surface}
                checked={state.surfaces.includes(surface)}
                onChange={(event) => tick(surface, event.currentTarget.checked)}
              />
              <span>{t.surface[surface]}</span>
            </label>
          ))}
          <button type="submit" class="link-button without-scripts">{t.filter}</button>
        </fieldset>
      </form>
    </Sheet>
  );
}

/** An athlete in one line. */
function Pill({ language, state, athlete, slot, actions, me }: {
  language: Language;
  state: TableState;
  athlete: ShownAthlete;
  slot: number;
  actions: TableActions | undefined;
  /** Who the visitor is. */
  me: string | null;
}) {
  const t = textsOf(language).athletes;
  const { ffaId, missing } = athlete;
  const name = athleteName(athlete, language);
  const id = `athlete-${ffaId}`;
  const remove = (event: Event) => {
    if (!actions) return;
    event.preventDefault();
    actions.remove(ffaId);
  };
  const states = [
    state.hidden.includes(ffaId) && "pill-hidden",
    missing === "loading" && "pill-loading",
  ].filter(Boolean);
  return (
    <li class={["pill", `slot-${slot}`, ...states].join(" ")}>
      <button
        type="button"
        class="pill-open"
        popovertarget={id}
      >
        <span class="pill-letter" aria-hidden="true">
          <Badge slot={slot} />
        </span>
        <span class="hidden">{slotLetter(slot)}</span>
        <span class="pill-name">{name}</span>
        {me === ffaId && (
          <>
            <span aria-hidden="true">★</span>
            <span class="hidden">, {SHEET_TEXTS[language].you}</span>
          </>
        )}
        <span class="hidden">{SHEET_TEXTS[language].details}</span>
      </button>
      {athlete.name !== null && <span class="on-paper">{athleteFacts(athlete, language)}</span>}
      <button
        type="submit"
        name={WITHOUT}
        value={ffaId}
        class="pill-remove"
        aria-label={t.remove(name)}
        onClick={remove}
      >
        <Cross />
      </button>
      <AthleteSheet {...{ id, language, state, athlete, slot, actions, me }} />
    </li>
  );
}
