import type { Comparison } from "@mypacer/shared/contract/comparison.ts";
import { distanceLabel } from "@mypacer/shared/domain/distance.ts";
import { athleteTexts } from "../../i18n/athlete_texts.ts";
import type { Language } from "../../i18n/language.ts";

/** A distance in common, and where it was run: the same one may be there on the track and on the short track. */
export function DistanceHead({ distance, discipline, language }: {
  distance: number;
  discipline: Comparison["common"][number]["discipline"];
  language: Language;
}) {
  const t = athleteTexts(language);
  return (
    <th scope="row">
      {distanceLabel(distance, language)}
      <span class="around">
        {discipline === null ? t.comparison.mixed : t.disciplines[discipline].toLowerCase()}
      </span>
    </th>
  );
}
