import type { ComponentChildren } from "preact";
import { type Language, PATHS, type ToolName } from "../../i18n/language.ts";
import { TOOL_TEXTS } from "../../i18n/tool_texts.ts";
import type { ToolProblem } from "../../state/tool_fields.ts";

/** The form of a tool: fields, how many were not understood, and the button. */
export function ToolForm({ language, name, method = "get", problems, children }: {
  language: Language;
  name: ToolName;
  method?: "get" | "post";
  problems: Partial<Record<string, ToolProblem>>;
  children: ComponentChildren;
}) {
  const t = TOOL_TEXTS[language];
  const wrong = Object.keys(problems).length;
  return (
    <form class="tool-form" method={method} action={PATHS[language][name]}>
      {wrong > 0 && (
        <div class="notice notice-wrong" role="alert">
          <p>{t.wrong(wrong)} {t.wrongHelp}</p>
        </div>
      )}
      {children}
    </form>
  );
}
