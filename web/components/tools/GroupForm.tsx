import type { Language } from "../../i18n/language.ts";
import { GROUP_TEXTS } from "../../i18n/group_texts.ts";
import { toolProblemText } from "../../i18n/tool_problems.ts";
import { TOOL_TEXTS } from "../../i18n/tool_texts.ts";
import { GROUP_ORDERS, type GroupInput } from "../../state/group_state.ts";
import { ChoiceField } from "../fields/ChoiceField.tsx";
import { TextAreaField } from "../fields/TextAreaField.tsx";
import { sessionFieldText } from "./session_text.ts";
import { ToolForm } from "./ToolForm.tsx";

/** What is wrong with a field of several lines, in their order. */
function problemsOf(
  field: "s" | "runners",
  { problems }: GroupInput,
  language: Language,
): string[] {
  return Object.entries(problems).flatMap(([name, problem]) => {
    const [, of, number] = /^([a-z]+)(\d*)$/.exec(name) ?? [];
    const text = toolProblemText(problem, language);
    if (of !== field || text === undefined) return [];
    return [number === "" ? text : GROUP_TEXTS[language].line(Number(number), text)];
  });
}

/** The session and the runners. Sent by POST: in an address names would be kept by logs and histories. */
export function GroupForm({ language, input }: { language: Language; input: GroupInput }) {
  const t = GROUP_TEXTS[language];
  const session = problemsOf("s", input, language);
  return (
    <ToolForm
      language={language}
      name="group"
      method="post"
      problems={input.problems}
      saysWrong={t.wrong}
    >
      <div class="group-fields">
        <TextAreaField
          id="field-s"
          name="s"
          rows={4}
          label={t.session}
          help={t.sessionHelp}
          problems={session}
          value={session.length > 0
            ? input.typed.s ?? ""
            : sessionFieldText(input.state.blocks, language)}
        />
        <TextAreaField
          id="field-runners"
          name="runners"
          rows={8}
          label={t.runners}
          help={t.runnersHelp}
          placeholder={t.placeholder}
          problems={problemsOf("runners", input, language)}
          value={input.typed.runners ?? ""}
        />
        <div class="group-end">
          <ChoiceField
            name="order"
            legend={t.order}
            chosen={input.state.order}
            options={GROUP_ORDERS.map((order) => [order, t.orders[order]] as const)}
          />
          <p class="help">{t.privacy}</p>
          <button class="button" type="submit">{TOOL_TEXTS[language].apply}</button>
        </div>
      </div>
    </ToolForm>
  );
}
