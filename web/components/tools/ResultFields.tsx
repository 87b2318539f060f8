import { distanceLabel } from "@mypacer/shared/domain/distance.ts";
import type { Language } from "../../i18n/language.ts";
import { timeFieldText } from "../../i18n/tool_format.ts";
import { toolProblemText } from "../../i18n/tool_problems.ts";
import { TOOL_TEXTS } from "../../i18n/tool_texts.ts";
import { readRaceDistance, type ToolProblem } from "../../state/tool_fields.ts";
import { TextField } from "../fields/TextField.tsx";
import { DISTANCE_NAMES } from "./DistanceNames.tsx";

/** A distance as its field shows it: by its name, or as it was typed when it is none. */
export function distanceFieldText(typed: string, language: Language): string {
  const { value } = readRaceDistance(typed);
  return value === undefined ? typed : distanceLabel(value, language);
}

/** The two fields of a result: distance and time. */
export function ResultFields({ language, id = "", typed, problems, help = true }: {
  language: Language;
  /** Tells several results of one form apart. */
  id?: string;
  typed: { d: string; t: string };
  problems: { d?: ToolProblem | undefined; t?: ToolProblem | undefined };
  help?: boolean;
}) {
  const t = TOOL_TEXTS[language];
  return (
    <>
      <TextField
        id={`field-d${id}`}
        name="d"
        list={DISTANCE_NAMES}
        label={t.distance}
        {...help && { help: t.distanceHelp }}
        value={distanceFieldText(typed.d, language)}
        problem={toolProblemText(problems.d, language)}
      />
      <TextField
        id={`field-t${id}`}
        name="t"
        label={t.time}
        unit={t.timeUnit}
        {...help && { help: t.timeHelp }}
        value={timeFieldText(typed.t, language)}
        problem={toolProblemText(problems.t, language)}
      />
    </>
  );
}
