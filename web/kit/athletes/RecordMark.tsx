import { formatTime } from "@mypacer/shared/domain/measure/mark.ts";
import { formatDate, formatWind } from "../language/format.ts";
import type { Language } from "../language/language.ts";
import { textsOf } from "../texts/texts.ts";
import type { Notation } from "../table_state/table_state.ts";
import { eventName } from "./event_name.ts";
import { type OwnedRecord, slotLetter } from "./overlay.ts";
import type { ShownAthlete, ShownRecord } from "./shown_athlete.ts";

/** The name to call an athlete by. */
export function athleteName(athlete: ShownAthlete, language: Language): string {
  return athlete.name ?? textsOf(language).athletes.unnamed(athlete.ffaId);
}

/**
 * A record's mark as it was published: hundredths where there are any, tenths when timed by hand.
 */
export function markText({ mark, handTimed }: ShownRecord, notation: Notation): string {
  return formatTime(mark, { notation, precision: handTimed ? "tenths" : "auto" });
}

/** When and where a record was set, and how long ago. */
export function whenAndWhere({ date, place }: ShownRecord, language: Language): string {
  const t = textsOf(language).records;
  const when = date === null ? [t.undated] : [formatDate(date, language), ageText(date, language)];
  return [...when, place].filter((part) => part !== null).join(" · ");
}

/** How long ago a day was, in whole years or months; empty for a future day. */
function ageText(date: string, language: Language): string | null {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const now = new Date();
  const months = (now.getFullYear() - year) * 12 + now.getMonth() + 1 - month -
    (now.getDate() < day ? 1 : 0);
  return months < 0 ? null : textsOf(language).records.age(Math.floor(months / 12), months % 12);
}

/** Remarks on a record: wind, hand timing, chip time, a better one elsewhere. */
export function recordNotes(
  record: ShownRecord,
  { language, notation }: { language: Language; notation: Notation },
): string[] {
  const { records: t } = textsOf(language);
  return [
    record.held === undefined ? null : t.asOf(formatDate(record.held.asOf, language)),
    record.wind === null ? null : t.wind(formatWind(record.wind, language)),
    record.handTimed ? t.handTimed : null,
    record.chipTime === null
      ? null
      : t.chip(formatTime(record.chipTime, { notation, precision: "auto" })),
    record.best ? null : t.notBest,
  ].filter((note) => note !== null);
}

/** The letter of an athlete, on their color and pattern. */
export function Badge({ slot }: { slot: number }) {
  return <span class={`badge slot-${slot}`} aria-hidden="true">{slotLetter(slot)}</span>;
}

/**
 * A record in its cell: the mark with the letter of its runner, and the details shown on hover and
 * focus. A screen reader hears the name and the mark once; the details add the rest.
 */
export function RecordMark({ owned: { slot, athlete, record }, id, language, notation }: {
  owned: OwnedRecord;
  /** Unique in the page. */
  id: string;
  language: Language;
  notation: Notation;
}) {
  const t = textsOf(language).records;
  const name = athleteName(athlete, language);
  const notes = recordNotes(record, { language, notation });
  return (
    <span class={`mark slot-${slot}${record.best ? "" : " mark-second"}`}>
      <button type="button" class="mark-button" aria-describedby={id}>
        <Badge slot={slot} />
        <span class="hidden">
          {record.held === undefined
            ? `${t.ofLetter(slotLetter(slot), name)}, `
            : `${name}, ${record.held.by}, `}
        </span>
        <span class="mark-time">{markText(record, notation)}</span>
      </button>
      <span class="tip">
        <span class="tip-name" aria-hidden="true">
          <Badge slot={slot} /> {name}
        </span>
        <span class="tip-facts" role="tooltip" id={id}>
          {record.held !== undefined && <span class="tip-holder">{record.held.by}</span>}
          <span class="tip-event">{eventName(record, language)}</span>
          <span class="tip-where">{whenAndWhere(record, language)}</span>
          {notes.map((note) => <span key={note} class="tip-note">{note}</span>)}
        </span>
      </span>
    </span>
  );
}
