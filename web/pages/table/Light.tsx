import type { Language } from "../../kit/language/language.ts";
import { textsOf } from "../../kit/texts/texts.ts";

/** Hint of a header once scripts run: a click highlights its row or column. */
export function Light({ what, language }: { what: string; language: Language }) {
  const title = textsOf(language).table.light(what);
  return <button type="button" class="light" aria-pressed="false" title={title}>{what}</button>;
}
