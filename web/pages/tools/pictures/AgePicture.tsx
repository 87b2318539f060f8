import { ageGrade } from "@mypacer/shared/domain/models/age_grade.ts";
import type { Language } from "../../../kit/language/language.ts";
import { estimateText, percentText } from "../../../kit/tools/tool_format.ts";
import { AGES, RESULT } from "./example.ts";

const BAR = { left: 82, width: 150 } as const;

/** One time at four ages: its share of the standard of the age, and the open time it stands for. */
export function AgePicture({ language }: { language: Language }) {
  return (
    <>
      {AGES.map((age, at) => {
        const grade = ageGrade({ ...RESULT, discipline: "road", sex: "F", age });
        if (!grade.valid) return null;
        const y = 14 + at * 38;
        return (
          <g key={age}>
            <text class="picture-label" x="12" y={y + 19}>
              {language === "fr" ? `${age}\u00a0ans` : `aged ${age}`}
            </text>
            <rect class="picture-area" x={BAR.left} y={y} width={BAR.width} height="27" rx="3" />
            <rect
              class="picture-bar"
              x={BAR.left}
              y={y}
              width={(BAR.width * grade.percent / 100).toFixed(1)}
              height="27"
              rx="3"
            />
            <text class="picture-label picture-on-bar" x={BAR.left + 10} y={y + 19}>
              {percentText(grade.percent, language)}
            </text>
            <text class="picture-figure picture-end" x="308" y={y + 19}>
              {estimateText(grade.openTime, language)}
            </text>
          </g>
        );
      })}
    </>
  );
}
