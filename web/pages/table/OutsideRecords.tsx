import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import type { Language } from "../../kit/language/language.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";
import { DISTANCE_LIMITS, MAX_CUSTOM_DISTANCES } from "../../kit/forms/limits.ts";
import { eventName } from "../../kit/athletes/event_name.ts";
import type { OutsideRecord } from "../../kit/athletes/overlay.ts";
import { widened } from "./widen.ts";
import {
  athleteName,
  Badge,
  markText,
  recordNotes,
  whenAndWhere,
} from "../../kit/athletes/RecordMark.tsx";
import { StateLink } from "./StateLink.tsx";

/** Records that have no cell in the table: listed with the reason, and a link that shows them. */
export function OutsideRecords({ language, state, outside, go }: {
  language: Language;
  state: TableState;
  outside: readonly OutsideRecord[];
  go?: ((state: TableState) => void) | undefined;
}) {
  if (outside.length === 0) return null;
  const t = textsOf(language).records;
  const reasons = { slower: t.slower, faster: t.faster, "no-column": t.noColumn };
  const notation = state.notation ?? textsOf(language).notation;
  const wide = widened(state, outside);
  return (
    <section class="outside" aria-labelledby="outside-heading">
      <h2 id="outside-heading">{t.outside}</h2>
      {wide && (
        <p class="on-screen">
          <StateLink language={language} state={wide} go={go} class="action">{t.widen}</StateLink>
        </p>
      )}
      <ul class="outside-list">
        {outside.map(({ slot, athlete, record, reason }) => (
          <li key={`${athlete.ffaId}:${record.event}`}>
            <Badge slot={slot} />
            <span class="outside-what">
              <span class="outside-mark">{markText(record, notation)}</span>{" "}
              {eventName(record, language)}
              {record.held === undefined
                ? <span class="hidden">, {t.of(athleteName(athlete, language))}</span>
                : `, ${record.held.by}`}
            </span>
            <span class="outside-where">
              {[whenAndWhere(record, language), ...recordNotes(record, { language, notation })]
                .join(" · ")}
            </span>
            <span class="outside-why">
              {reasons[reason]}
              {reason === "no-column" && canAdd(state, record.distance) && (
                <span class="on-screen">
                  {" · "}
                  <StateLink
                    language={language}
                    state={{ ...state, custom: [...state.custom, record.distance] }}
                    go={go}
                  >
                    {t.addColumn(distanceLabel(record.distance, language))}
                  </StateLink>
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function canAdd({ custom }: TableState, distance: number): boolean {
  return custom.length < MAX_CUSTOM_DISTANCES && distance >= DISTANCE_LIMITS.min &&
    distance <= DISTANCE_LIMITS.max;
}
