import type { Comparison, Pair } from "@mypacer/shared/contract/comparison.ts";
import { distanceLabel } from "@mypacer/shared/domain/distance.ts";
import { athleteTexts } from "../../i18n/athlete_texts.ts";
import { formatDecimal } from "../../i18n/format.ts";
import { modelTime, runTime } from "../../i18n/run_texts.ts";
import type { Written } from "../../i18n/table_cells.ts";
import { slotLetter } from "../../state/overlay.ts";
import type { ShownAthlete } from "../../state/shown_athlete.ts";
import { DistanceHead } from "./DistanceHead.tsx";
import { athleteName, Badge } from "../table/RecordMark.tsx";

/** A crossover lies between two records: to the hundred meters is as much as can be said. */
function roundDistance(meters: number): number {
  return meters < 1000 ? Math.round(meters / 10) * 10 : Math.round(meters / 100) * 100;
}

/** Each pair: who is ahead where, and by how much. */
export function HeadToHead({ comparison, pairs, athletes, written }: {
  comparison: Comparison;
  pairs: readonly Pair[];
  athletes: readonly ShownAthlete[];
  written: Written;
}) {
  const t = athleteTexts(written.language).comparison;
  if (comparison.common.length === 0) return null;
  return (
    <section aria-labelledby="pairs-heading">
      <h2 id="pairs-heading">{t.pairs}</h2>
      {pairs.map((pair) => (
        <PairTable
          key={`${pair.first} ${pair.second}`}
          {...{ comparison, pair, athletes, written, open: pairs.length === 1 }}
        />
      ))}
    </section>
  );
}

function PairTable({ comparison: { common, by }, pair, athletes, written, open }: {
  comparison: Comparison;
  pair: Pair;
  athletes: readonly ShownAthlete[];
  written: Written;
  open: boolean;
}) {
  const { language } = written;
  const t = athleteTexts(language);
  const c = t.comparison;
  const slots = [pair.first, pair.second].map((id) =>
    athletes.findIndex(({ ffaId }) => ffaId === id)
  );
  const nameOf = (ffaId: string) => {
    const athlete = athletes.find((athlete) => athlete.ffaId === ffaId);
    return athlete ? athleteName(athlete, language) : ffaId;
  };
  const sign = (value: number) => value > 0 ? "+" : value < 0 ? "−" : "";
  const signed = (value: number) => sign(value) + formatDecimal(Math.abs(value), 1, language);
  const letters = slots.map(slotLetter).join(" – ");
  return (
    <details class="filters pair" open={open}>
      <summary>
        {slots.map((slot) => <Badge key={slot} slot={slot} />)}
        <span class="hidden">{letters}</span>
        {lead(pair, nameOf, c, language)}
      </summary>
      <div class="scroll" role="group" aria-label={letters} tabIndex={0}>
        <table class="figures">
          <caption>{`${nameOf(pair.first)} – ${c.gapTo(nameOf(pair.second))}`}</caption>
          <thead>
            <tr>
              <th scope="col">{t.distance}</th>
              <th scope="col">{c.gap}</th>
              <th scope="col">{c.perKm}</th>
              <th scope="col">{c.percent}</th>
            </tr>
          </thead>
          <tbody>
            {common.map(({ distance, discipline }, at) => {
              const gap = pair.gaps[at];
              return gap === undefined ? null : (
                <tr key={`${distance} ${discipline}`}>
                  <DistanceHead {...{ distance, discipline, language }} />
                  <td>{sign(gap.seconds) + gapText(Math.abs(gap.seconds), by, written)}</td>
                  <td>{signed(gap.seconds_per_km)}</td>
                  <td>{signed(gap.percent)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** A gap: in seconds, as long as nobody has to divide by sixty. */
function gapText(seconds: number, by: Comparison["by"], written: Written): string {
  if (seconds < 60) return `${formatDecimal(seconds, 2, written.language)}\u00a0s`;
  const hundredths = Math.round(seconds * 100);
  return by === "time" ? runTime(hundredths, written) : modelTime(hundredths, written);
}

/** Who is ahead, and where that changes. */
function lead(
  { first, second, gaps, crossovers }: Pair,
  nameOf: (ffaId: string) => string,
  t: ReturnType<typeof athleteTexts>["comparison"],
  language: Written["language"],
): string {
  if (crossovers.length > 0) {
    return crossovers.map(({ distance, faster_before: before, faster_after: after }) =>
      t.crossover(nameOf(before), distanceLabel(roundDistance(distance), language), nameOf(after))
    ).join(" ");
  }
  const sum = gaps.reduce((total, { percent }) => total + percent, 0);
  return t.always(nameOf(sum < 0 ? first : second));
}
