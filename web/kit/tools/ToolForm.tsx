import type { ComponentChildren } from "preact";
import type { Language } from "../language/language.ts";
import { PATHS, type ToolName } from "../addresses/paths.ts";
import { TOOL_TEXTS } from "../frame/tool_texts.ts";

/** Id of what a form that is sent leads to: the result, or what is wrong. */
export const ANSWER = "answer";

/** The form of a tool: fields, the number of wrong ones, and the button. */
export function ToolForm(
  { language, name, method = "get", answered, problems, saysWrong, alone, children }: {
    language: Language;
    name: ToolName;
    method?: "get" | "post";
    /** Whether the browser goes to {@link ANSWER}, which the page names where nothing is wrong. */
    answered?: boolean;
    problems: Readonly<Record<string, unknown>>;
    /** Message for the number of wrong parts, where they are not fields. */
    saysWrong?: (n: number) => string;
    /** Nothing is drawn below, because a refused field is needed for it. */
    alone?: boolean;
    children: ComponentChildren;
  },
) {
  const t = TOOL_TEXTS[language];
  const wrong = Object.keys(problems).length;
  return (
    <form
      class="tool-form"
      method={method}
      action={PATHS[language][name] + (answered ? `#${ANSWER}` : "")}
      data-live={method === "get" ? "main" : undefined}
    >
      {wrong > 0 && (
        <div id={ANSWER} class="notice notice-wrong" role="alert">
          <p>{(saysWrong ?? t.wrong)(wrong)} {!alone && t.wrongHelp}</p>
        </div>
      )}
      {children}
    </form>
  );
}
