import { FOOTER_TEXTS } from "./footer_texts.ts";
import type { Language } from "../language/language.ts";

/**
 * The state of the connection, once its script knows it, which the one of the head loads: a badge
 * over the page while the site does not answer, what works then, and how to install the site. The
 * script shows what has `data-connection` of the state.
 */
export function OfflineState({ language }: { language: Language }) {
  const t = FOOTER_TEXTS[language];
  return (
    <>
      <p data-connection="ready" hidden>{t.offlineReady}</p>
      <p id="connection" data-connection="off" hidden>{t.offlineNow}</p>
      {/* Filled later, so that screen readers hear it at once. */}
      <div role="status">
        <a class="connection-badge" href="#connection" data-connection="off" hidden>
          {t.offlineBadge}
        </a>
      </div>
      <div id="install" class="install" hidden>
        <button type="button" class="link-button" id="install-ask">{t.install}</button>
        <span id="install-help" role="status" hidden>{t.installHelp}</span>
        <button type="button" class="link-button" id="install-never">{t.installNever}</button>
      </div>
    </>
  );
}
