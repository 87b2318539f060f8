import type { Pair } from "@mypacer/shared/contract/comparison.ts";
import { comparisonTexts } from "./texts.ts";
import type { Language } from "../../kit/language/language.ts";
import { standingOf } from "./lead_text.ts";
import type { RankedAthlete } from "./compared_runs.ts";
import { athleteName, Badge } from "../../kit/athletes/RecordMark.tsx";

/** Who is ahead of whom: each athlete against each other, over the distances of the two. */
export function LeadMatrix({ pairs, ranked, language }: {
  pairs: readonly Pair[];
  ranked: readonly RankedAthlete[];
  language: Language;
}) {
  const t = comparisonTexts(language);
  return (
    <section aria-labelledby="matrix-heading">
      <h2 id="matrix-heading">{t.matrix}</h2>
      <p class="help" id="matrix-help">{t.matrixHelp}</p>
      <div class="scroll" role="group" aria-labelledby="matrix-heading" tabIndex={0}>
        <table class="figures matrix" aria-labelledby="matrix-heading">
          <thead>
            <tr>
              <th scope="col">{t.matrixCorner}</th>
              {ranked.map(({ slot, athlete }) => (
                <th key={slot} scope="col">
                  <Badge slot={slot} />
                  <span class="matrix-name column-name">{athleteName(athlete, language)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ranked.map((row) => (
              <tr key={row.slot}>
                <th scope="row">
                  <Badge slot={row.slot} /> {athleteName(row.athlete, language)}
                </th>
                {ranked.map((column) => (
                  <Cell
                    key={column.slot}
                    pair={pairOf(pairs, row.athlete.ffaId, column.athlete.ffaId)}
                    ffaId={row.athlete.ffaId}
                    language={language}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function pairOf(pairs: readonly Pair[], one: string, other: string): Pair | undefined {
  return pairs.find(({ first, second }) =>
    first === one && second === other || first === other && second === one
  );
}

/** An athlete's standing against another; without a pair it is the same athlete. */
function Cell({ pair, ffaId, language }: {
  pair: Pair | undefined;
  ffaId: string;
  language: Language;
}) {
  const { cell } = comparisonTexts(language);
  if (pair === undefined) {
    return (
      <td class="matrix-self">
        <span class="hidden">{cell.self}</span>
      </td>
    );
  }
  const { text, kind, distances } = standingOf(pair, ffaId, language);
  return (
    <td class={`matrix-${kind}`}>
      {text}
      {distances > 0 && <span class="around">{cell.distances(distances)}</span>}
    </td>
  );
}
