import type { ReadonlySignal } from "@preact/signals";
import type { Language } from "../../kit/language/language.ts";
import { PATHS, TABLE_FILES } from "../../kit/addresses/paths.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import { stateSearch } from "../../kit/table_state/table_fields.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";

/** Ways to share the table: link, text, file, paper. Without scripts the files remain. */
export function ShareTable({ language, state, scripts, announce }: {
  language: Language;
  state: TableState;
  /** Whether scripts run: then more ways are offered. */
  scripts: ReadonlySignal<boolean>;
  /** Announces a text, to screen readers and on the screen. */
  announce: (text: string) => void;
}) {
  const t = textsOf(language).share;
  const files = TABLE_FILES[language];
  const search = stateSearch(state);
  const copy = async (said: string, read: () => string | Promise<string>) => {
    try {
      await navigator.clipboard.writeText(await read());
      announce(said);
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      announce(t.notCopied);
    }
  };
  const copyLink = () =>
    copy(
      t.linkCopied,
      () => new URL(PATHS[language].table + search, location.href).href,
    );
  const copyText = (event: MouseEvent) => {
    if (!scripts.value || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void copy(t.textCopied, async () => await (await fetch(files.text + search)).text());
  };
  return (
    <section class="share-table on-screen" aria-labelledby="share-heading">
      <h2 id="share-heading">{t.heading}</h2>
      <p class="share-ways">
        {scripts.value && (
          <button type="button" class="action" onClick={() => void copyLink()}>{t.link}</button>
        )}
        <a class="action" href={files.text + search} rel="nofollow" onClick={copyText}>{t.text}</a>
        <a class="action" href={files.csv + search} rel="nofollow" download>{t.csv}</a>
        {scripts.value && (
          <button type="button" class="action" onClick={() => print()}>{t.print}</button>
        )}
      </p>
    </section>
  );
}
