/** Lines about athletes in the files of the table. */
import { athleteName, markText } from "../../kit/athletes/RecordMark.tsx";
import { formatDate, formatMoment } from "../../kit/language/format.ts";
import type { Language } from "../../kit/language/language.ts";
import type { Written } from "../../kit/table_state/table_cells.ts";
import { tableFileTexts } from "./texts.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import { type LaidAthlete, slotLetter } from "../../kit/athletes/overlay.ts";

/** Remark on an athlete's records: why there are none, or that they may be out of date. */
export function athleteRemark(
  { athlete, records }: LaidAthlete,
  language: Language,
): string | null {
  const t = tableFileTexts(language);
  const { athletes } = textsOf(language);
  const { missing } = athlete;
  if (missing !== null) return t.missing[missing === "offline" ? "unreachable" : missing];
  if (athlete.records.length === 0) return athletes.noRecords;
  if (athlete.stale) {
    return athletes.stale(athlete.readAt === null ? "" : formatMoment(athlete.readAt, language));
  }
  return records.length === 0 ? t.noneShown : null;
}

/** One line an athlete: `A LEFEVRE Jean-Baptiste — Marathon 2h32'49" (12/05/2024)`. */
export function athleteLines(laid: readonly LaidAthlete[], written: Written): string[] {
  const { language, notation } = written;
  return laid.map((one) => {
    const { slot, athlete, records } = one;
    const marks = records.map((record) => {
      const about = [
        record.held?.by,
        record.date === null ? undefined : formatDate(record.date, language),
      ].filter((part) => part !== undefined);
      const facts = about.length === 0 ? "" : ` (${about.join(", ")})`;
      return `${record.event} ${markText(record, notation)}${facts}`;
    });
    const remark = athleteRemark(one, language);
    const said = [...marks, ...(remark === null ? [] : [remark])].join(" · ");
    return `${slotLetter(slot)} ${athleteName(athlete, language)} — ${said}`;
  });
}
