import { writeInput } from "@mypacer/shared/domain/measure/write_input.ts";
import type { Language } from "../language/language.ts";
import { toolProblemText, toolReadingText } from "./tool_problems.ts";
import { TOOL_TEXTS } from "../frame/tool_texts.ts";
import type { Notes, Problems } from "../forms/field.ts";
import { readRaceDistance, readRaceTime } from "./tool_fields.ts";
import { TextField } from "../forms/TextField.tsx";
import { DISTANCE_NAMES } from "./DistanceNames.tsx";

/**
 * A race as its fields show it, ready to be typed again: as it was read, or as it was typed where
 * it was refused.
 */
export function raceFieldTexts(
  typed: { d: string; t: string },
  language: Language,
): { d: string; t: string } {
  const distance = readRaceDistance(typed.d).value;
  const time = readRaceTime(typed.t, distance ?? null).value;
  return {
    d: distance === undefined
      ? typed.d
      : writeInput({ kind: "distance", meters: distance }, language),
    t: time === undefined ? typed.t : writeInput({ kind: "time", hundredths: time }, language),
  };
}

/** The two fields of a result: distance and time. */
export function ResultFields({ language, id = "", typed, notes, problems, help = true }: {
  language: Language;
  /** Tells several results of one form apart. */
  id?: string;
  typed: { d: string; t: string };
  notes: Notes<"d" | "t">;
  problems: Problems<"d" | "t">;
  help?: boolean;
}) {
  const t = TOOL_TEXTS[language];
  const texts = raceFieldTexts(typed, language);
  return (
    <>
      <TextField
        id={`field-d${id}`}
        name="d"
        list={DISTANCE_NAMES}
        label={t.distance}
        {...help && { help: t.distanceHelp }}
        value={texts.d}
        problem={toolProblemText(problems.d, language)}
        reading={toolReadingText(notes.d, language)}
      />
      <TextField
        id={`field-t${id}`}
        name="t"
        label={t.time}
        unit={t.timeUnit}
        {...help && { help: t.timeHelp }}
        value={texts.t}
        problem={toolProblemText(problems.t, language)}
        reading={toolReadingText(notes.t, language)}
      />
    </>
  );
}
