import type { Language } from "../../kit/language/language.ts";
import { GROUP_TEXTS } from "./texts.ts";
import { groupNoteText, groupProblemText } from "./group_problems.ts";
import { TOOL_TEXTS } from "../../kit/frame/tool_texts.ts";
import { GROUP_BOXES, GROUP_COUNTS, GROUP_ORDERS, type GroupInput } from "./state.ts";
import { MAX_TITLE } from "./group_limits.ts";
import { TextField } from "../../kit/forms/TextField.tsx";
import { ChoiceField } from "../../kit/forms/ChoiceField.tsx";
import { TermOf } from "../../kit/glossary/TermTexts.tsx";
import { TextAreaField } from "../../kit/forms/TextAreaField.tsx";
import { sessionFieldText } from "./session_text.ts";
import { ToolForm } from "../../kit/tools/ToolForm.tsx";

/**
 * Messages for the lines of a field, in order; keys are the field's name and the line, `runners3`.
 */
function linesOf<Said>(
  said: Readonly<Partial<Record<string, Said>>>,
  { field, language, write }: {
    field: "s" | "runners";
    language: Language;
    write: (said: Said) => readonly string[];
  },
): string[] {
  return Object.entries(said).flatMap(([name, one]) => {
    const [, of, line = ""] = /^([a-z]+)([\d.]*)$/.exec(name) ?? [];
    if (of !== field || one === undefined) return [];
    return write(one).map((text) => line === "" ? text : GROUP_TEXTS[language].line(line, text));
  });
}

/** Problems and notes of a field of several lines. */
function saidOf(field: "s" | "runners", input: GroupInput, language: Language) {
  return {
    problems: linesOf(input.problems, {
      field,
      language,
      write: (problem) => [groupProblemText(problem, language)],
    }),
    readings: linesOf(input.notes, {
      field,
      language,
      write: (notes) => notes.map((note) => groupNoteText(note, language)),
    }),
  };
}

/**
 * The session and the runners. Sent by POST: in an address names would stay in logs and histories.
 */
export function GroupForm({ language, input, day }: {
  language: Language;
  input: GroupInput;
  /** Day of the session, `2026-12-01`; empty for none. */
  day: string;
}) {
  const t = GROUP_TEXTS[language];
  const session = saidOf("s", input, language);
  return (
    <ToolForm
      language={language}
      name="group"
      method="post"
      problems={input.problems}
      saysWrong={t.wrong}
      answered
    >
      <div class="group-fields">
        <TextAreaField
          id="field-s"
          name="s"
          rows={4}
          label={t.session}
          help={t.sessionHelp}
          {...session}
          value={session.problems.length > 0
            ? input.typed.s
            : sessionFieldText(input.state.lines, language)}
        />
        <TextAreaField
          id="field-runners"
          name="runners"
          rows={8}
          label={t.runners}
          term={<TermOf language={language} term="vma" />}
          help={t.runnersHelp}
          placeholder={t.placeholder}
          {...saidOf("runners", input, language)}
          value={input.typed.runners}
        />
        <div class="group-end">
          <div class="group-sheet-fields">
            <TextField
              id="field-title"
              name="title"
              label={t.title}
              placeholder={t.sheet}
              maxLength={MAX_TITLE}
              value={input.state.title}
            />
            <TextField id="field-date" name="date" type="date" label={t.date} value={day} />
          </div>
          <ChoiceField
            name="groups"
            legend={t.groups}
            chosen={input.state.groups}
            options={GROUP_COUNTS.map((count) => [count, count === "1" ? t.oneGroup : count])}
          />
          <ChoiceField
            name="boxes"
            legend={t.boxes}
            chosen={input.state.boxes}
            options={GROUP_BOXES.map((answer) => [answer, t.answers[answer]] as const)}
          />
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
