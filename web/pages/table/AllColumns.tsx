import type { Language } from "../../kit/language/language.ts";
import { SHEET_TEXTS } from "./sheet_texts.ts";

/**
 * Says on a narrow screen how many columns it shows, and shows the others. It needs no scripts: the
 * style sheet follows the box.
 */
export function AllColumns({ language, minor }: {
  language: Language;
  /** Columns that a narrow screen leaves out. */
  minor: readonly boolean[];
}) {
  const all = minor.length;
  const some = all - minor.filter((is) => is).length;
  if (some === all) return null;
  const t = SHEET_TEXTS[language];
  return (
    <label class="box all-columns">
      <input type="checkbox" />
      <span>
        <span class="some">
          {t.columns(some, all)}
          <span class="hidden">{t.showAll}</span>
        </span>
        <span class="every">{t.columns(all, all)}</span>
      </span>
    </label>
  );
}
