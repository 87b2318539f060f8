import { FOOTER_LINKS } from "../i18n/footer_texts.ts";
import { formatCount, formatMoment } from "../i18n/format.ts";
import { type Language, PATHS } from "../i18n/language.ts";
import { textsOf } from "../i18n/texts.ts";
import type { SiteFacts } from "./site_facts.ts";

/** The foot of every page: where the data come from, and the pages the law asks for. */
export function SiteFooter({ language, facts }: { language: Language; facts: SiteFacts }) {
  const texts = textsOf(language);
  const { index } = facts;
  return (
    <footer class="footer">
      <div class="footer-inner">
        {index?.simulated && <p class="notice notice-plain">{texts.footer.simulated}</p>}
        {index && (
          <p>
            {texts.footer.index(
              formatCount(index.athletes, language),
              formatCount(index.clubs, language),
            )}
            {index.updatedAt && (
              <>, {texts.footer.updated(formatMoment(index.updatedAt, language))}</>
            )}.
          </p>
        )}
        <p>{texts.footer.independent}</p>
        <ul class="footer-links">
          {FOOTER_LINKS[language].map(([page, text]) => (
            <li key={page}>
              <a href={PATHS[language][page]}>{text}</a>
            </li>
          ))}
          <li>
            <a href="/api/docs">{texts.footer.api}</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
