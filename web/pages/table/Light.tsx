import type { Language } from "../../kit/language/language.ts";
import { textsOf } from "../../kit/texts/texts.ts";

/**
 * Text of a header once scripts run: a press highlights its column, or makes its row "ma ligne". No
 * stop of the tab key of its own: arrow keys lead to it (table_keys.ts).
 */
export function Light({ kind, what, pressed = false, language }: {
  kind: "row" | "column";
  what: string;
  pressed?: boolean;
  language: Language;
}) {
  const t = textsOf(language).table;
  return (
    <button
      type="button"
      class="light"
      tabIndex={-1}
      aria-pressed={pressed}
      title={kind === "row" ? t.pin(what) : t.light(what)}
    >
      {what}
    </button>
  );
}
