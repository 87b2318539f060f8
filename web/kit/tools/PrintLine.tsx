import type { Language } from "../language/language.ts";
import { TOOL_TEXTS } from "../frame/tool_texts.ts";

/** How a page is printed: by a button where the tools' script runs (`live_tool.ts`). */
export function PrintLine({ language }: { language: Language }) {
  const t = TOOL_TEXTS[language];
  return (
    <div class="print-line on-screen">
      <button type="button" class="button with-scripts" data-print>{t.print}</button>
      <p class="help without-scripts">{t.printHelp}</p>
    </div>
  );
}
