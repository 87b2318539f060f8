import type { Ranking } from "@mypacer/shared/contract/comparison.ts";
import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { athleteTexts } from "../../kit/athletes/athlete_texts.ts";
import { comparisonTexts } from "./texts.ts";
import type { Language } from "../../kit/language/language.ts";

/**
 * A compared distance and its surface: one distance may occur on the track and on the short track.
 */
export function DistanceHead({ distance, discipline, language }: {
  distance: number;
  discipline: Ranking["discipline"];
  language: Language;
}) {
  return (
    <th scope="row">
      {distanceLabel(distance, language)}
      <span class="around">
        {discipline === null
          ? comparisonTexts(language).mixed
          : athleteTexts(language).disciplines[discipline].toLowerCase()}
      </span>
    </th>
  );
}
