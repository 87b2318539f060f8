import type { Language } from "../language/language.ts";
import { TOOL_TEXTS } from "../frame/tool_texts.ts";
import PrintButton from "../../islands/PrintButton.tsx";

/** How a page is printed: with a button where scripts run. */
export function PrintLine({ language }: { language: Language }) {
  const t = TOOL_TEXTS[language];
  return (
    <div class="print-line on-screen">
      <PrintButton text={t.print} />
      <p class="help without-scripts">{t.printHelp}</p>
    </div>
  );
}
