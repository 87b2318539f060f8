import { type ReadonlySignal, useSignal } from "@preact/signals";
import type { Language } from "../../kit/language/language.ts";
import { PATHS, TABLE_FILES } from "../../kit/addresses/paths.ts";
import { textsOf } from "../../kit/texts/texts.ts";
import { stateSearch } from "../../kit/table_state/table_fields.ts";
import type { TableState } from "../../kit/table_state/table_state.ts";

/** How long a button says that it has copied, ms: long enough to read two words. */
const COPIED_FOR_MS = 3000;

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
  const address = () => new URL(PATHS[language].table + search, location.href).href;
  /** What a button has just copied. */
  const copied = useSignal<"link" | "text" | null>(null);
  const copy = async (what: "link" | "text", read: () => string | Promise<string>) => {
    try {
      await navigator.clipboard.writeText(await read());
      copied.value = what;
      setTimeout(() => copied.value = null, COPIED_FOR_MS);
      announce(what === "link" ? t.linkCopied : t.textCopied);
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
      announce(t.notCopied);
    }
  };
  const copyText = (event: MouseEvent) => {
    if (!scripts.value || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void copy("text", async () => await (await fetch(files.text + search)).text());
  };
  /** Hands the link to the device's own list of ways to share. */
  const share = () =>
    navigator.share({ title: document.title, url: address() }).catch((error) => {
      // Closed without choosing: nothing to say.
      if (!(error instanceof DOMException)) throw error;
    });
  return (
    <section class="share-table on-screen" aria-labelledby="share-heading">
      <h2 id="share-heading">{t.heading}</h2>
      <p class="share-ways">
        {scripts.value && "share" in navigator && (
          <button
            type="button"
            class="action"
            onClick={() => void share()}
          >
            {t.native}
          </button>
        )}
        {scripts.value && (
          <button
            type="button"
            class="action"
            onClick={() => void copy("link", address)}
          >
            {copied.value === "link" ? <Done text={t.linkDone} /> : t.link}
          </button>
        )}
        <a class="action" href={files.text + search} rel="nofollow" onClick={copyText}>
          {copied.value === "text" ? <Done text={t.textDone} /> : t.text}
        </a>
        <a class="action" href={files.csv + search} rel="nofollow" download>{t.csv}</a>
        {scripts.value && (
          <button type="button" class="action" onClick={() => print()}>{t.print}</button>
        )}
      </p>
    </section>
  );
}

/** That something was done; the sign is for the eye alone. */
function Done({ text }: { text: string }) {
  return (
    <>
      {text} <span aria-hidden="true">✓</span>
    </>
  );
}
