import type { Language } from "../language/language.ts";
import { TOOL_TEXTS } from "../frame/tool_texts.ts";

/** Says plainly that the figures of a first visit are an example: nobody's. */
export function ExampleNote({ language }: { language: Language }) {
  const t = TOOL_TEXTS[language];
  return (
    <p class="example-note on-screen">
      <strong>{t.example}</strong> {t.exampleHelp}
    </p>
  );
}
