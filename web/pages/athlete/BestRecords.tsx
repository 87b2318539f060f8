import type { AthleteRecord } from "@mypacer/shared/contract/record.ts";
import { formatMark, formatTime } from "@mypacer/shared/domain/measure/mark.ts";
import { formatDate, formatWind } from "../../kit/language/format.ts";
import type { Written } from "../../kit/table_state/table_cells.ts";
import { eventText } from "./event_text.ts";
import { PAGE_TEXTS } from "./texts.ts";

/** An athlete's most telling records, large, each with its date and place. */
export function BestRecords({ bests, written }: {
  bests: readonly AthleteRecord[];
  written: Written;
}) {
  const t = PAGE_TEXTS[written.language];
  return (
    <section class="bests-section" aria-labelledby="bests-heading">
      <h2 id="bests-heading">{t.bests}</h2>
      {bests.length === 0 ? <p>{t.noRecords}</p> : (
        <ul class="bests">
          {bests.map((record) => (
            <li key={`${record.discipline} ${record.event}`} class="best-record">
              <BestRecord record={record} written={written} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function BestRecord({ record, written }: { record: AthleteRecord; written: Written }) {
  const { language, notation } = written;
  const t = PAGE_TEXTS[language];
  const notes = [
    record.wind === null ? null : t.wind(formatWind(record.wind, language)),
    record.hand_timed ? t.handTimed : null,
    record.chip_time === null
      ? null
      : t.chip(formatTime(record.chip_time, { notation, precision: "auto" })),
  ].filter((note) => note !== null);
  return (
    <>
      <span class="best-event">{eventText(record, language)}</span>{" "}
      <b class="best-mark">{plainMark(record, written)}</b>{" "}
      <span class="best-where">
        {[
          record.date === null ? t.undated : formatDate(record.date, language),
          record.place,
          ...notes,
        ].filter((part) => part !== null).join(" · ")}
      </span>
    </>
  );
}

/** The mark alone: wind and chip time stand below it. */
function plainMark(
  { unit, mark, hand_timed: handTimed }: AthleteRecord,
  { notation }: Written,
): string {
  return formatMark(
    { unit, value: mark, handTimed, wind: null, chipTime: null, flags: [] },
    notation,
  );
}
