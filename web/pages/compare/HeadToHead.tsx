import type { Comparison, Pair } from "@mypacer/shared/contract/comparison.ts";
import { athleteTexts } from "../../kit/athletes/athlete_texts.ts";
import { comparisonTexts } from "./texts.ts";
import type { Language } from "../../kit/language/language.ts";
import { formatDecimal } from "../../kit/language/format.ts";
import { gapText, withSign } from "./gap_text.ts";
import { leadText } from "./lead_text.ts";
import type { Written } from "../../kit/table_state/table_cells.ts";
import type { RankedAthlete } from "./compared_runs.ts";
import { slotLetter } from "../../kit/athletes/overlay.ts";
import { athleteName, Badge } from "../../kit/athletes/RecordMark.tsx";
import { DistanceHead } from "./DistanceHead.tsx";

/** Most pairs that are shown unfolded. */
const MOST_LISTED = 6;

/** Each pair: a sentence on who is ahead where, and the gaps. */
export function HeadToHead({ pairs, by, ranked, written }: {
  pairs: readonly Pair[];
  by: Comparison["by"];
  ranked: readonly RankedAthlete[];
  written: Written;
}) {
  const t = comparisonTexts(written.language);
  if (pairs.length === 0) return null;
  const list = pairs.map((pair) => (
    <PairPart
      key={`${pair.first} ${pair.second}`}
      {...{ pair, by, ranked, written }}
    />
  ));
  return (
    // Folded parts are not printed.
    <section
      aria-labelledby="pairs-heading"
      class={pairs.length > MOST_LISTED ? "on-screen" : undefined}
    >
      <h2 id="pairs-heading">{t.pairs}</h2>
      {pairs.length > MOST_LISTED
        ? (
          <details class="filters pairs">
            <summary>{t.allPairs(pairs.length)}</summary>
            {list}
          </details>
        )
        : list}
    </section>
  );
}

function PairPart({ pair, by, ranked, written }: {
  pair: Pair;
  by: Comparison["by"];
  ranked: readonly RankedAthlete[];
  written: Written;
}) {
  const { language } = written;
  const both = [pair.first, pair.second].flatMap((ffaId) =>
    ranked.find(({ athlete }) => athlete.ffaId === ffaId) ?? []
  );
  const sentence = (
    <>
      {both.map(({ slot }) => <Badge key={slot} slot={slot} />)}
      <span>{leadText(pair, namesOf(ranked, language), language)}</span>
    </>
  );
  if (!pair.lead.valid || pair.lines.length === 0) return <p class="pair pair-plain">{sentence}</p>;
  const letters = both.map(({ slot }) => slotLetter(slot)).join(" – ");
  return (
    <details class="filters pair">
      <summary>{sentence}</summary>
      <div class="scroll" role="group" aria-label={letters} tabIndex={0}>
        <GapTable {...{ pair, by, ranked, written }} />
      </div>
    </details>
  );
}

/** The gaps of the only pair: its sentence stands in the head of the page. */
export function PairGaps({ pair, by, ranked, written }: {
  pair: Pair;
  by: Comparison["by"];
  ranked: readonly RankedAthlete[];
  written: Written;
}) {
  return (
    <section aria-labelledby="gaps-heading">
      <h2 id="gaps-heading">{comparisonTexts(written.language).gaps}</h2>
      <div class="scroll" role="group" aria-labelledby="gaps-heading" tabIndex={0}>
        <GapTable {...{ pair, by, ranked, written }} />
      </div>
    </section>
  );
}

function namesOf(ranked: readonly RankedAthlete[], language: Language) {
  return (ffaId: string) => {
    const one = ranked.find(({ athlete }) => athlete.ffaId === ffaId);
    return one ? athleteName(one.athlete, language) : ffaId;
  };
}

/** How far the first of a pair is behind the second, distance by distance. */
function GapTable({ pair, by, ranked, written }: {
  pair: Pair;
  by: Comparison["by"];
  ranked: readonly RankedAthlete[];
  written: Written;
}) {
  const { language } = written;
  const nameOf = namesOf(ranked, language);
  const gaps = pair.lead.valid ? pair.lead.gaps : [];
  const t = comparisonTexts(language);
  const signed = (value: number) => withSign(value, formatDecimal(Math.abs(value), 1, language));
  return (
    <table class="figures gaps">
      <caption>{t.gapTo(nameOf(pair.first), nameOf(pair.second))}</caption>
      <thead>
        <tr>
          <th scope="col">{athleteTexts(language).distance}</th>
          <th scope="col">{t.gap}</th>
          <th scope="col">{t.perKm}</th>
          <th scope="col">{t.percent}</th>
        </tr>
      </thead>
      <tbody>
        {pair.lines.map(({ distance, discipline }, at) => {
          const gap = gaps[at];
          return gap && (
            <tr key={`${distance} ${discipline}`}>
              <DistanceHead {...{ distance, discipline, language }} />
              <td>{withSign(gap.seconds, gapText(Math.abs(gap.seconds), by, written))}</td>
              <td>{signed(gap.seconds_per_km)}</td>
              <td>{signed(gap.percent)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
