import { speedToPace } from "@mypacer/shared/domain/measure/pace.ts";
import { trainingZones } from "@mypacer/shared/domain/models/training_zones.ts";
import type { Language } from "../../../kit/language/language.ts";
import { paceText, percentText } from "../../../kit/tools/tool_format.ts";
import { VMA } from "./example.ts";

const ROW = 21;
const TOP = 11;

/** The zones of a VMA: from easy to fast, each with the pace it begins at. */
export function ZonesPicture({ language }: { language: Language }) {
  const answer = trainingZones(VMA);
  if (!answer.valid) return null;
  return (
    <>
      {answer.zones.map(({ key, from, slowestSpeed }, at) => (
        <g key={key}>
          <rect
            class={`picture-zone picture-zone-${key}`}
            x="8"
            y={TOP + at * ROW}
            width={90 + from * 1.2}
            height={ROW - 2}
            rx="3"
          />
          <text class="picture-label" x="16" y={TOP + at * ROW + 14}>
            {percentText(from, language)}
          </text>
          <text class="picture-figure picture-end" x="308" y={TOP + at * ROW + 15}>
            {paceText(speedToPace(slowestSpeed), language)}
          </text>
        </g>
      ))}
    </>
  );
}
