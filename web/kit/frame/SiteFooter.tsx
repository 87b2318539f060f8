import { FOOTER_LINKS, FOOTER_TEXTS } from "./footer_texts.ts";
import { formatCount, formatMoment } from "../language/format.ts";
import type { Language } from "../language/language.ts";
import { PATHS } from "../addresses/paths.ts";
import { REGISTERS_WORKER } from "./offline_script.ts";
import { OfflineState } from "./OfflineState.tsx";
import type { SiteFacts } from "./site_facts.ts";

/**
 * The foot of every page: where the data come from, whether it works offline, and the pages the law
 * asks for.
 */
export function SiteFooter({ language, facts }: { language: Language; facts: SiteFacts }) {
  const texts = FOOTER_TEXTS[language];
  const { index } = facts;
  return (
    <footer class="footer">
      <div class="footer-inner">
        {index?.simulated && <p class="notice notice-plain">{texts.simulated}</p>}
        {index && (
          <p>
            {texts.index(
              formatCount(index.athletes, language),
              formatCount(index.clubs, language),
            )}
            {index.updatedAt && <>, {texts.updated(formatMoment(index.updatedAt, language))}</>}.
          </p>
        )}
        <p>{texts.independent}</p>
        {REGISTERS_WORKER && <OfflineState language={language} />}
        <ul class="footer-links">
          {FOOTER_LINKS[language].map(([page, text]) => (
            <li key={page}>
              <a href={PATHS[language][page]}>{text}</a>
            </li>
          ))}
          <li>
            <a href="/api/docs">{texts.api}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
