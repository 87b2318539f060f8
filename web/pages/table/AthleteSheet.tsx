import { isMinor } from "@mypacer/shared/domain/people/minor.ts";
import { formatMark } from "@mypacer/shared/domain/measure/mark.ts";
import { formatDate } from "../../kit/language/format.ts";
import type { Language } from "../../kit/language/language.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import { type TableState, withAthleteShown } from "../../kit/table_state/table_state.ts";
import type { ShownAthlete } from "../../kit/athletes/shown_athlete.ts";
import { eventName } from "../../kit/athletes/event_name.ts";
import { athleteFacts } from "../../kit/athletes/AthleteLine.tsx";
import { athleteName, Badge, markText } from "../../kit/athletes/RecordMark.tsx";
import { athleteAddress } from "../../kit/addresses/athlete_address.ts";
import { RecordsState } from "../../kit/athletes/RecordsState.tsx";
import { Sheet } from "./Sheet.tsx";
import { SHEET_TEXTS } from "./sheet_texts.ts";
import { StateLink } from "./StateLink.tsx";
import type { TableActions } from "./table_actions.ts";

/** All of a chosen athlete: who it is, how fresh the records are, all of them, what can be done. */
export function AthleteSheet({ id, language, state, athlete, slot, actions, me }: {
  id: string;
  language: Language;
  state: TableState;
  athlete: ShownAthlete;
  slot: number;
  actions: TableActions | undefined;
  /** Who the visitor is. */
  me: string | null;
}) {
  const t = textsOf(language).athletes;
  const name = athleteName(athlete, language);
  const hidden = state.hidden.includes(athlete.ffaId);
  return (
    <Sheet
      {...{ id, language }}
      class={`slot-${slot}`}
      title={
        <>
          <Badge slot={slot} /> {name}
        </>
      }
    >
      {athlete.name !== null && <p class="sheet-facts">{athleteFacts(athlete, language)}</p>}
      <RecordsState {...{ language, athlete, actions }} />
      {athlete.missing === null && (
        <>
          <p class="sheet-actions">
            <a
              class="action"
              href={athleteAddress(language, athlete.ffaId, { state })}
              rel="nofollow"
            >
              {t.profile}
            </a>{" "}
            <StateLink
              class="action"
              language={language}
              state={withAthleteShown(state, athlete.ffaId, hidden)}
              go={actions?.adjust}
            >
              {hidden ? t.show : t.hide}
            </StateLink>{" "}
            <button
              type="button"
              class="action with-scripts"
              onClick={() => actions?.renew(athlete.ffaId)}
            >
              {t.refresh}
            </button>{" "}
            {!isMinor(Number(athlete.born?.slice(-4) ?? NaN) || null, new Date().getFullYear()) && (
              <button
                type="button"
                class="action with-scripts"
                aria-pressed={me === athlete.ffaId}
                onClick={() => actions?.sayMe(me === athlete.ffaId ? null : athlete.ffaId)}
              >
                {SHEET_TEXTS[language].me}
              </button>
            )}
          </p>
          {me === athlete.ffaId && <p class="sheet-facts">{SHEET_TEXTS[language].remembered}</p>}
          <AllRecords {...{ language, state, athlete }} />
        </>
      )}
    </Sheet>
  );
}

/** All records of an athlete: those with a pace, short to long, then the others as published. */
function AllRecords(
  { language, state, athlete }: { language: Language; state: TableState; athlete: ShownAthlete },
) {
  const notation = state.notation ?? textsOf(language).notation;
  const lines = [
    ...athlete.records.map((record) => ({ record, mark: markText(record, notation) })),
    ...athlete.others.map((record) => {
      const { unit, mark, handTimed, wind } = record;
      return {
        record,
        mark: formatMark(
          { unit, value: mark, handTimed, wind, chipTime: null, flags: [] },
          notation,
        ),
      };
    }),
  ];
  if (lines.length === 0) return null;
  return (
    <>
      <h4>{SHEET_TEXTS[language].all}</h4>
      <ul class="sheet-records">
        {lines.map(({ record, mark }) => (
          <li key={`${record.discipline} ${record.event}`}>
            <span>{eventName(record, language)}</span>
            <span class="sheet-mark">{mark}</span>
            <span class="sheet-where">
              {[record.date && formatDate(record.date, language), record.place]
                .filter((part) => part !== null).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
