import { formatTime } from "@mypacer/shared/domain/mark.ts";
import { formatDate, formatWind } from "../../i18n/format.ts";
import type { Language } from "../../i18n/language.ts";
import { textsOf } from "../../i18n/texts.ts";
import type { Notation } from "../../state/board_state.ts";
import { type OwnedRecord, slotLetter } from "../../state/overlay.ts";
import type { ShownAthlete, ShownRecord } from "../../state/shown_athlete.ts";

/** The name to call an athlete by. */
export function athleteName(athlete: ShownAthlete, language: Language): string {
  return athlete.name ?? textsOf(language).athletes.unnamed(athlete.ffaId);
}

/** A record's mark: official times keep their hundredths. */
export function markText(record: ShownRecord, notation: Notation): string {
  return formatTime(record.mark, { notation, precision: "auto" });
}

/** When and where a record was set, and how long ago. */
export function whenAndWhere({ date, place }: ShownRecord, language: Language): string {
  const t = textsOf(language).records;
  const when = date === null ? [t.undated] : [formatDate(date, language), ageText(date, language)];
  return [...when, place].filter((part) => part !== null).join(" · ");
}

/** How long ago a day was, in whole years or months; nothing of a day to come. */
function ageText(date: string, language: Language): string | null {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const now = new Date();
  const months = (now.getFullYear() - year) * 12 + now.getMonth() + 1 - month -
    (now.getDate() < day ? 1 : 0);
  return months < 0 ? null : textsOf(language).records.age(Math.floor(months / 12), months % 12);
}

/** What qualifies a record: wind, hand timing, chip time, a better one elsewhere. */
export function recordNotes(
  record: ShownRecord,
  { language, notation }: { language: Language; notation: Notation },
): string[] {
  const { records: t } = textsOf(language);
  return [
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

/** A record in its cell: a button that fills it, and the details shown on hover and focus. */
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
          {`${slotLetter(slot)} : ${t.of(name)}, ${markText(record, notation)}`}
        </span>
      </button>
      <span class="tip" role="tooltip" id={id}>
        <span class="tip-name">
          <Badge slot={slot} /> {name}
        </span>
        <span class="tip-mark">{markText(record, notation)}</span>
        <span class="tip-event">{record.event}</span>
        <span class="tip-where">{whenAndWhere(record, language)}</span>
        {notes.map((note) => <span key={note} class="tip-note">{note}</span>)}
      </span>
    </span>
  );
}
