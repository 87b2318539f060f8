import type { ComponentChildren } from "preact";
import type { Language } from "../language/language.ts";
import { PATHS, type ToolName } from "../addresses/paths.ts";
import { TOOL_TEXTS } from "../frame/tool_texts.ts";

/** The form of a tool: fields, how many were not understood, and the button. */
export function ToolForm({ language, name, method = "get", problems, saysWrong, alone, children }: {
  language: Language;
  name: ToolName;
  method?: "get" | "post";
  problems: Readonly<Record<string, unknown>>;
  /** How many were not understood, where they are not fields. */
  saysWrong?: (n: number) => string;
  /** Nothing is drawn below: what was refused is needed for all of it. */
  alone?: boolean;
  children: ComponentChildren;
}) {
  const t = TOOL_TEXTS[language];
  const wrong = Object.keys(problems).length;
  return (
    <form class="tool-form" method={method} action={PATHS[language][name]}>
      {wrong > 0 && (
        <div class="notice notice-wrong" role="alert">
          <p>{(saysWrong ?? t.wrong)(wrong)} {!alone && t.wrongHelp}</p>
        </div>
      )}
      {children}
    </form>
  );
}
