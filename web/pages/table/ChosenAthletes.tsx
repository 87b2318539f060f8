import { formatMoment } from "../../kit/language/format.ts";
import type { Language } from "../../kit/language/language.ts";
import { PATHS } from "../../kit/addresses/paths.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import {
  type Surface,
  SURFACES,
  type TableState,
  withAthleteShown,
} from "../../kit/table_state/table_state.ts";
import type { ShownAthlete } from "../../kit/athletes/shown_athlete.ts";
import { athleteFacts } from "../../kit/athletes/AthleteLine.tsx";
import { athleteAddress, comparisonAddress } from "../../kit/addresses/athlete_address.ts";
import type { TableActions } from "./table_actions.ts";
import { athleteName, Badge } from "../../kit/athletes/RecordMark.tsx";
import { parametersBut, stateParameters } from "../../kit/table_state/table_fields.ts";
import { HiddenInputs } from "../../kit/forms/HiddenInputs.tsx";
import { StateLink } from "./StateLink.tsx";

/** Parameter of the form that takes an athlete off without scripts. */
export const WITHOUT = "without";

/** The athletes laid over the table: letter, color, facts, and a link to remove each. */
export function ChosenAthletes({ language, state, athletes, problem, actions }: {
  language: Language;
  state: TableState;
  athletes: readonly ShownAthlete[];
  /** Message for a wrong list in the URL. */
  problem?: string | undefined;
  actions?: TableActions;
}) {
  const t = textsOf(language).athletes;
  if (athletes.length === 0 && !problem) return null;
  return (
    <section class="chosen" aria-labelledby="chosen-heading">
      <h2 id="chosen-heading" class="hidden">{t.heading}</h2>
      {problem && <p class="notice notice-wrong" role="alert">{problem}</p>}
      <form class="chosen-athletes" method="get" action={PATHS[language].table}>
        <HiddenInputs parameters={stateParameters(state)} />
        <ul class="chips">
          {athletes.map((athlete, slot) => (
            <Chip key={athlete.ffaId} {...{ language, state, athlete, slot, actions }} />
          ))}
        </ul>
      </form>
      {athletes.length > 0 && (
        <div class="chosen-foot on-screen">
          <SurfaceFilter {...{ language, state, actions }} />
          {athletes.length > 1 && (
            <a class="action" rel="nofollow" href={comparisonAddress(language, { state })}>
              {t.compare}
            </a>
          )}
        </div>
      )}
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
    <form method="get" action={PATHS[language].table}>
      <HiddenInputs parameters={parametersBut(state, ["on"])} />
      <fieldset class="field boxes surfaces">
        <legend>{t.surfaces}</legend>
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
  );
}

function Chip({ language, state, athlete, slot, actions }: {
  language: Language;
  state: TableState;
  athlete: ShownAthlete;
  slot: number;
  actions: TableActions | undefined;
}) {
  const t = textsOf(language).athletes;
  const name = athleteName(athlete, language);
  const hidden = state.hidden.includes(athlete.ffaId);
  const remove = (event: Event) => {
    if (!actions) return;
    event.preventDefault();
    actions.remove(athlete.ffaId);
  };
  return (
    <li class={`chip slot-${slot}${hidden ? " chip-hidden" : ""}`}>
      <Badge slot={slot} />
      <div class="chip-text">
        <p class="chip-name">{name}</p>
        {athlete.name !== null && <p class="chip-facts">{athleteFacts(athlete, language)}</p>}
        <ChipRecords language={language} athlete={athlete} actions={actions} />
        {athlete.missing === null && (
          <p class="chip-actions on-screen">
            <a href={athleteAddress(language, athlete.ffaId, { state })} rel="nofollow">
              <span aria-hidden="true">{t.profile}</span>
              <span class="hidden">{t.profileOf(name)}</span>
            </a>{" "}
            <StateLink
              language={language}
              state={withAthleteShown(state, athlete.ffaId, hidden)}
              go={actions?.adjust}
            >
              <span aria-hidden="true">{hidden ? t.show : t.hide}</span>
              <span class="hidden">{hidden ? t.showOf(name) : t.hideOf(name)}</span>
            </StateLink>{" "}
            <button
              type="button"
              class="link-button with-scripts"
              aria-label={t.refreshOf(name)}
              onClick={() => actions?.renew(athlete.ffaId)}
            >
              {t.refresh}
            </button>
          </p>
        )}
      </div>
      <button
        type="submit"
        name={WITHOUT}
        value={athlete.ffaId}
        class="chip-remove"
        aria-label={t.remove(name)}
        onClick={remove}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M3 3l10 10M13 3L3 13" />
        </svg>
      </button>
    </li>
  );
}

/**
 * How many records are shown and how old they are, or why there are none. It is part of a form that
 * asks again.
 */
export function ChipRecords({ language, athlete, actions }: {
  language: Language;
  athlete: ShownAthlete;
  actions?: TableActions | undefined;
}) {
  const t = textsOf(language).athletes;
  const { missing, stale, readAt, records, url } = athlete;
  const when = readAt === null ? "" : formatMoment(readAt, language);
  const link = url && (
    <a
      href={url}
      rel="external noreferrer"
      aria-label={t.federationOf(athleteName(athlete, language))}
    >
      {t.federation}
    </a>
  );
  if (missing !== null) {
    return (
      <p class={missing === "loading" ? "chip-records" : "chip-records chip-warning"}>
        {t[missing]} {!["loading", "gone", "unknown"].includes(missing) && (
          // Without scripts, the same form asks for the page again.
          <button
            type="submit"
            class="link-button"
            onClick={actions && ((event) => {
              event.preventDefault();
              actions.retry(athlete.ffaId);
            })}
          >
            {t.retry}
          </button>
        )} {link}
      </p>
    );
  }
  return (
    <>
      {stale && <p class="chip-records chip-warning">{t.stale(when)}</p>}
      <p class="chip-records">
        {records.length === 0 ? t.noRecords : t.records(records.length)}
        {!stale && when && <>, {t.readAt(when)}</>}{" "}
        {link && <span class="on-screen">· {link}</span>}
      </p>
    </>
  );
}
