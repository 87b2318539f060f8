import { distanceLabel } from "@mypacer/shared/domain/measure/distance.ts";
import { paceAtShare, timeOver } from "@mypacer/shared/domain/measure/pace.ts";
import type { Language } from "../../../kit/language/language.ts";
import { repetitionText } from "../../../kit/tools/tool_format.ts";
import { GROUP_VMAS, SESSION } from "./example.ts";

const NAMES = ["Inès", "Malo", "Zoé"] as const;
const COLUMN = { first: 136, width: 84 } as const;
const ROW = { first: 66, height: 38 } as const;

/** The sheet of a group: three runners, a session, the time of each. */
export function GroupPicture({ language }: { language: Language }) {
  return (
    <>
      <rect class="picture-paper" x="8" y="8" width="304" height="152" rx="4" />
      {SESSION.map(({ meters }, column) => (
        <text
          key={meters}
          class="picture-small picture-on-paper picture-end"
          x={COLUMN.first + column * COLUMN.width}
          y="32"
        >
          {distanceLabel(meters, language)}
        </text>
      ))}
      {GROUP_VMAS.map((vma, row) => {
        const y = ROW.first + row * ROW.height;
        return (
          <g key={vma}>
            <line class="picture-rule" x1="8" x2="312" y1={y - 24} y2={y - 24} />
            <text class="picture-label picture-on-paper" x="20" y={y}>{NAMES[row]}</text>
            {SESSION.map(({ meters, share }, column) => (
              <text
                key={meters}
                class="picture-figure picture-on-paper picture-end"
                x={COLUMN.first + column * COLUMN.width}
                y={y}
              >
                {repetitionText(timeOver(paceAtShare(vma, share), meters), language)}
              </text>
            ))}
          </g>
        );
      })}
    </>
  );
}
