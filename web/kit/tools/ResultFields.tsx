import type { Language } from "../language/language.ts";
import { TOOL_TEXTS } from "../frame/tool_texts.ts";
import { TextField } from "../forms/TextField.tsx";
import { DISTANCE_NAMES } from "./DistanceNames.tsx";
import type { textFields } from "./tool_problems.ts";

/** The two fields of a result: distance and time. */
export function ResultFields({ language, field, id = "", help = true }: {
  language: Language;
  field: (name: "d" | "t") => ReturnType<ReturnType<typeof textFields>>;
  /** Distinguishes several results of one form. */
  id?: string;
  help?: boolean;
}) {
  const t = TOOL_TEXTS[language];
  return (
    <>
      <TextField
        {...field("d")}
        id={`field-d${id}`}
        list={DISTANCE_NAMES}
        label={t.distance}
        {...help && { help: t.distanceHelp }}
      />
      <TextField
        {...field("t")}
        id={`field-t${id}`}
        label={t.time}
        unit={t.timeUnit}
        {...help && { help: t.timeHelp }}
      />
    </>
  );
}
