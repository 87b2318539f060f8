import { FOOTER_TEXTS } from "./footer_texts.ts";
import type { Language } from "../language/language.ts";
import { OFFLINE_SCRIPT } from "./offline_script.ts";

/** The state of the connection in the foot of a page, once its script knows it. */
export function OfflineState({ language }: { language: Language }) {
  const t = FOOTER_TEXTS[language];
  return (
    <>
      <p id="offline-ready" hidden>{t.offlineReady}</p>
      <p id="offline-now" hidden>{t.offlineNow}</p>
      <script type="module" src={OFFLINE_SCRIPT} />
    </>
  );
}
