import type { AthleteRecord, AthleteRecords } from "@mypacer/shared/contract/record.ts";
import { formatMark } from "@mypacer/shared/domain/measure/mark.ts";
import { DISCIPLINES } from "@mypacer/shared/domain/results/discipline.ts";
import { athleteTexts } from "../../kit/athletes/athlete_texts.ts";
import { TermOf, TermTexts } from "../../kit/glossary/TermTexts.tsx";
import { formatDate } from "../../kit/language/format.ts";
import type { Written } from "../../kit/table_state/table_cells.ts";
import { shortEventText } from "./event_text.ts";
import { PAGE_TEXTS } from "./texts.ts";

/** A mark as the page writes it, wind and chip time included. */
function markOf(
  { unit, mark, hand_timed: handTimed, wind, chip_time: chipTime }: AthleteRecord,
  { notation }: Written,
): string {
  return formatMark({ unit, value: mark, handTimed, wind, chipTime, flags: [] }, notation);
}

/** All records by discipline, as published. */
export function RecordTables({ records: { records }, written, plain }: {
  records: Pick<AthleteRecords, "records">;
  written: Written;
  /** No record stands out, as for minors. */
  plain: boolean;
}) {
  const { disciplines } = athleteTexts(written.language);
  return (
    <>
      {DISCIPLINES.map((discipline) => {
        const own = records.filter((record) => record.discipline === discipline);
        return own.length === 0
          ? null
          : (
            <section key={discipline} aria-labelledby={`records-${discipline}`}>
              <div class="label-line">
                <h3 id={`records-${discipline}`}>{disciplines[discipline]}</h3>
                {discipline === "short-track" && (
                  <>
                    <TermOf language={written.language} term="short-track" />
                    <TermTexts language={written.language} terms={["short-track"]} />
                  </>
                )}
              </div>
              <RecordTable {...{ discipline, own, written, plain }} />
            </section>
          );
      })}
    </>
  );
}

function RecordTable({ discipline, own, written, plain }: {
  discipline: string;
  own: readonly AthleteRecord[];
  written: Written;
  plain: boolean;
}) {
  const t = PAGE_TEXTS[written.language];
  return (
    <div class="scroll" role="group" aria-labelledby={`records-${discipline}`} tabIndex={0}>
      <table class="figures records">
        <thead>
          <tr>
            <th scope="col">{t.event}</th>
            <th scope="col">{t.mark}</th>
            <th scope="col">{t.date}</th>
            <th scope="col" class="text">{t.place}</th>
            <th scope="col" class="text">{t.category}</th>
          </tr>
        </thead>
        <tbody>
          {own.map((record) => {
            const stands = !plain && record.is_best_at_distance;
            return (
              <tr key={`${record.event} ${record.date} ${record.mark}`}>
                <th scope="row">{shortEventText(record, written.language)}</th>
                <td class={stands ? "best" : undefined}>
                  {markOf(record, written)}
                  {stands && <span class="hidden">, {t.best}</span>}
                </td>
                <td>{record.date === null ? "–" : formatDate(record.date, written.language)}</td>
                <td class="text">{record.place ?? "–"}</td>
                <td class="text">{record.category ?? "–"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
