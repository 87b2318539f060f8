import type { Language } from "../../kit/language/language.ts";
import { textsOf } from "../../kit/texts/texts.ts";

const ESCAPED: Record<string, string> = { '"': "&quot;", "&": "&amp;", "<": "&lt;" };

/** A text as it stands in HTML, also within quotes. */
export function escaped(text: string): string {
  // Times have nothing to escape, and there are thousands of them.
  return /["&<]/.test(text) ? text.replace(/["&<]/g, (sign) => ESCAPED[sign] ?? sign) : text;
}

/**
 * What stands in a header once scripts run, as HTML: a press highlights its column, or makes its
 * row "ma ligne". It is no stop of the tab key: arrow keys lead to it (table_keys.ts).
 *
 * It is a text since there is one for each row from the start: Preact elements take ten times as
 * long.
 */
export function lightHtml(
  { kind, what, pressed, language }: {
    kind: "row" | "column";
    what: string;
    pressed: boolean;
    language: Language;
  },
): string {
  const { pin, light } = textsOf(language).table;
  const title = escaped(kind === "row" ? pin(what) : light(what));
  return `<button type="button" class="light" tabindex="-1" aria-pressed="${pressed}" ` +
    `title="${title}">${escaped(what)}</button>`;
}
