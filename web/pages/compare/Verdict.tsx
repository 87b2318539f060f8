import type { Pair } from "@mypacer/shared/contract/comparison.ts";
import type { Language } from "../../kit/language/language.ts";
import { athleteName, Badge } from "../../kit/athletes/RecordMark.tsx";
import type { RankedAthlete } from "./compared_runs.ts";
import { comparisonTexts } from "./texts.ts";
import { scoreOf } from "./verdict_text.ts";

/** Two athletes and how often each is ahead: the heading of their comparison. */
export function PairHeading({ pair, both, language }: {
  pair: Pair;
  both: readonly [RankedAthlete, RankedAthlete];
  language: Language;
}) {
  const t = comparisonTexts(language);
  const score = scoreOf(pair);
  const [first, second] = both;
  return (
    <span class="versus">
      <Side one={first} language={language} />
      <span class="score">
        {score === null ? <span>{t.against}</span> : (
          <>
            <span class="score-figures">
              {score.first}
              <span aria-hidden="true">–</span>
              <span class="hidden">{t.scoreTo}</span>
              {score.second}
            </span>
            <span class="score-unit">{t.scoreUnit(score)}</span>
          </>
        )}
      </span>
      <Side one={second} language={language} />
    </span>
  );
}

function Side({ one: { slot, athlete }, language }: { one: RankedAthlete; language: Language }) {
  return (
    <span class="side">
      <Badge slot={slot} /> <span>{athleteName(athlete, language)}</span>
    </span>
  );
}
